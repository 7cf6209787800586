<#
.SYNOPSIS
Compares what a manifest in git costs with what it cost in another revision, layer by layer.
.DESCRIPTION
Emits what Compare-NetworkFlops does: the total, then the layers that were added, removed and changed. Needs git and the
core commands of PowerShell alone.
.PARAMETER Path
The manifest.
.PARAMETER From
The revision to compare with: a commit, a branch or a tag.
.PARAMETER To
The revision to compare; the file as it lies there when left out.
.EXAMPLE
./Compare-Revision.ps1 ./net.yaml
What the file costs now, compared with the last commit.
.EXAMPLE
./Compare-Revision.ps1 ./net.yaml -From main~10 -To main
Two revisions.
#>
#Requires -Version 5.1
[CmdletBinding()]
param(
    [Parameter(Mandatory, Position = 0)] [string] $Path,

    [string] $From = 'HEAD',

    [string] $To
)

$file = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)

function Import-Revision([string] $Revision) {
    # Seen from the file's own folder, so that it does not matter where the repository begins.
    $text = git -C ([IO.Path]::GetDirectoryName($file)) show "${Revision}:./$([IO.Path]::GetFileName($file))"
    if ($LASTEXITCODE -ne 0) { throw "git has no '$Path' in revision $Revision." }
    $text | Import-Network -Format Yaml -ErrorAction Stop
}

$old = Import-Revision $From
$new = if ($To) { Import-Revision $To } else { Import-Network -LiteralPath $file -ErrorAction Stop }
Compare-NetworkFlops $old $new
