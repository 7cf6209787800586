<#
.SYNOPSIS
Makes a table of networks and counting conventions: a row for each network, a column for each convention.
.DESCRIPTION
Published numbers differ since conventions do. The table has one figure of each network under each convention; a
convention that does not define the figure leaves its column empty. Compare-NetworkFlops says why they differ.
.PARAMETER Network
The networks: paths, or names of the zoo, with wildcards.
.PARAMETER Convention
The conventions: names, with wildcards, or paths of files.
.PARAMETER Figure
Macs, Flops or Parameters.
.EXAMPLE
./Get-ConventionTable.ps1 | Format-Table
Three networks under conventions that count multiply-accumulates.
.EXAMPLE
./Get-ConventionTable.ps1 resnet*, vgg* -Convention exact, full, keras -Figure Flops | Export-Csv ./flops.csv
FLOPs of two families, for a spreadsheet.
#>
#Requires -Version 5.1
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [string[]] $Network = @('resnet50', 'mobilenet_v2', 'vit_b_16'),

    [string[]] $Convention = @('exact', 'fvcore', 'thop', 'torchinfo'),

    [ValidateSet('Macs', 'Flops', 'Parameters')]
    [string] $Figure = 'Macs'
)

$table = [ordered]@{}
foreach ($cost in Measure-NetworkFlops $Network -Convention $Convention) {
    if (-not $table.Contains($cost.Network)) { $table[$cost.Network] = [ordered]@{ Network = $cost.Network } }
    $table[$cost.Network][$cost.Convention] = $cost.$Figure
}
foreach ($row in $table.Values) { [pscustomobject] $row }
