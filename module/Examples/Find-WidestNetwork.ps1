<#
.SYNOPSIS
Finds the widest network that keeps a budget.
.DESCRIPTION
Tries widths, the largest first, until one keeps every limit, and emits what that one costs. Needs the core commands of
PowerShell alone, so that it runs in the tool flopsps as well.
.PARAMETER Network
The network: a path, or a name of the zoo. It must have a parameter named width.
.PARAMETER MaxMacs
The most multiply-accumulates: 220M. Decimal, as all limits are: M is 1000000.
.PARAMETER MaxParameters
The most parameters: 3M.
.PARAMETER Width
The widths to try.
.EXAMPLE
./Find-WidestNetwork.ps1 -MaxMacs 220M
The widest MobileNetV2 of at most 220 million multiply-accumulates.
.EXAMPLE
flopsps -OutputFormat Json -File ./Find-WidestNetwork.ps1 -MaxMacs 150M -MaxParameters 2.5M
The same, for a shell script, where no PowerShell is installed.
#>
#Requires -Version 5.1
[CmdletBinding()]
param(
    [Parameter(Position = 0)] [string] $Network = 'mobilenet_v2',

    [string] $MaxMacs,

    [string] $MaxParameters,

    [decimal[]] $Width = (28..2 | ForEach-Object { [decimal] $_ / 20 })    # 1.40, 1.35, and so on to 0.10
)

# Only the limits that were given.
$limits = @{}
if ($MaxMacs) { $limits.MaxMacs = $MaxMacs }
if ($MaxParameters) { $limits.MaxParameters = $MaxParameters }

[array]::Sort($Width)
[array]::Reverse($Width)
foreach ($candidate in $Width) {
    $setting = @{ width = $candidate }
    $verdicts = Test-NetworkBudget $Network -Parameter $setting @limits -ErrorAction Stop
    if ($verdicts.Outcome -notcontains 'Fail') {
        return Measure-NetworkFlops $Network -Parameter $setting
    }
}
throw "No width keeps the budget; the smallest that was tried is $($Width[-1])."
