<#
.SYNOPSIS
Runs Pester files with Pester 5 and writes what came of it, as JSON.

.PARAMETER Path
A file, or a folder of files.

.PARAMETER Result
The JSON file to write.

.PARAMETER Module
A module to import first.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Path,
    [Parameter(Mandatory)] [string] $Result,
    [string] $Module
)

$ErrorActionPreference = 'Stop'
Import-Module Pester -MinimumVersion 5.0 -MaximumVersion 5.99
if ($Module) { Import-Module $Module }

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$run = Invoke-Pester -Configuration $configuration

$tests = foreach ($test in $run.Tests) {
    @{
        Path     = $test.ExpandedPath
        Location = "$($test.ScriptBlock.File):$($test.StartLine)"
        Outcome  = $test.Result
        Message  = "$($test.ErrorRecord)"
    }
}
$summary = @{
    Version = "$($run.Version)"
    # Blocks and files fail on their own when a setup, a teardown or the discovery does.
    Broken  = $run.FailedBlocksCount + $run.FailedContainersCount
    Tests   = @($tests)
}
$summary | ConvertTo-Json -Depth 4 | Set-Content -LiteralPath $Result -Encoding utf8
