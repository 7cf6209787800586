<#
.SYNOPSIS
Times whole processes: what a shell script waits for.
.DESCRIPTION
Runs in pwsh, or in the console host: FlopsPS.Host -File benchmarks/Processes.ps1. Build first, in Release.
.PARAMETER Times
How often each command is run; the median is printed, in milliseconds.
#>
param([int] $Times = 9)

$root = [IO.Path]::GetDirectoryName($PSScriptRoot)
$module = [IO.Path]::Combine($root, 'module', 'FlopsPS.psd1')
$hostDll = [IO.Path]::Combine($root, 'src', 'FlopsPS.Host', 'bin', 'Release', 'net10.0', 'FlopsPS.Host.dll')
$import = "`$w = [Diagnostics.Stopwatch]::StartNew(); Import-Module '$module'; [Console]::Out.Write(`$w.ElapsedMilliseconds)"

function Get-Median([double[]] $Values) {
    [Array]::Sort($Values)
    [Math]::Round($Values[[Math]::Floor($Values.Length / 2)])
}

# What the process prints when it prints a number, otherwise how long it took.
function Measure-Run([string] $Program, [string[]] $Arguments) {
    $start = [Diagnostics.ProcessStartInfo]::new($Program)
    foreach ($argument in $Arguments) { $start.ArgumentList.Add($argument) }
    $start.RedirectStandardOutput = $true
    $start.UseShellExecute = $false
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $process = [Diagnostics.Process]::Start($start)
    $text = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    $elapsed = $watch.Elapsed.TotalMilliseconds
    if ($process.ExitCode -ne 0) { throw "$Program $Arguments failed: $text" }
    $printed = 0.0
    if ([double]::TryParse($text, [ref] $printed)) { $printed } else { $elapsed }
}

function Measure-Line([string] $Name, [string] $Program, [string[]] $Arguments) {
    $null = Measure-Run $Program $Arguments
    $values = foreach ($time in 1..$Times) { Measure-Run $Program $Arguments }
    [pscustomobject]@{ Command = $Name; Milliseconds = Get-Median $values }
}

Measure-Line 'host: start, import, nothing' 'dotnet' $hostDll, '-Command', "''"
Measure-Line 'host: Measure-NetworkFlops resnet50' 'dotnet' $hostDll, '-Command', 'Measure-NetworkFlops resnet50'
Measure-Line 'host: all networks of the zoo' 'dotnet' $hostDll, '-Command', 'Get-ZooNetwork | Measure-NetworkFlops'
if (Get-Command pwsh -ErrorAction Ignore) {
    Measure-Line 'pwsh: Import-Module alone' 'pwsh' '-NoProfile', '-Command', $import
    Measure-Line 'pwsh: start, import, Measure-NetworkFlops resnet50' 'pwsh' '-NoProfile', '-Command',
        "Import-Module '$module'; Measure-NetworkFlops resnet50"
}
