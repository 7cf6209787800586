<#
.SYNOPSIS
Writes what a network costs for all combinations of its parameters into a CSV file.
.DESCRIPTION
A parameter of a manifest that gets several values is swept: a row for each combination, with the values in columns of
their own. The numbers are whole, as Measure-NetworkFlops counts them.
.PARAMETER Path
The CSV file.
.PARAMETER Network
The network: a path, or a name of the zoo.
.PARAMETER Parameter
The parameters and their values.
.EXAMPLE
./Export-CostSweep.ps1 ./sweep.csv
Sweeps MobileNetV2 over width and resolution.
.EXAMPLE
./Export-CostSweep.ps1 ./sweep.csv ./net.yaml @{ width = 16, 32, 64 }
Sweeps a manifest of your own.
#>
#Requires -Version 5.1
[CmdletBinding()]
param(
    [Parameter(Mandatory, Position = 0)] [string] $Path,

    [Parameter(Position = 1)] [string] $Network = 'mobilenet_v2',

    [Parameter(Position = 2)]
    [Collections.IDictionary] $Parameter = @{ width = @(0.25, 0.5, 0.75, 1); resolution = @(128, 160, 192, 224) }
)

$columns = @('Network') + @($Parameter.Keys | Sort-Object) + 'Convention', 'Parameters', 'Macs', 'Flops', 'Activations'
Measure-NetworkFlops $Network -Parameter $Parameter -ErrorAction Stop |
    Select-Object $columns |
    Export-Csv $Path -NoTypeInformation -Encoding UTF8
