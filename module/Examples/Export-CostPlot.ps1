<#
.SYNOPSIS
Draws rows of a CSV file as points of an SVG picture, which every browser shows.
.DESCRIPTION
One column goes to the right, another one up, both from 0. Pointing at a point shows its whole row.
.PARAMETER Csv
The CSV file, as Export-CostSweep.ps1 or Measure-NetworkFlops | Export-Csv writes it.
.PARAMETER Path
The SVG file.
.PARAMETER X
The column that goes to the right.
.PARAMETER Y
The column that goes up.
.PARAMETER Label
The column whose value stands beside each point.
.EXAMPLE
./Export-CostPlot.ps1 ./sweep.csv ./sweep.svg -Label width
Multiply-accumulates and parameters of a sweep over width.
.EXAMPLE
./Export-CostPlot.ps1 ./costs.csv ./costs.svg -X Parameters -Y Activations
Other columns.
#>
#Requires -Version 5.1
[CmdletBinding()]
param(
    [Parameter(Mandatory, Position = 0)] [string] $Csv,

    [Parameter(Mandatory, Position = 1)] [string] $Path,

    [string] $X = 'Macs',

    [string] $Y = 'Parameters',

    [string] $Label = 'Network'
)

# The picture, its margins, and the lines of its grid in each direction.
$width, $height, $left, $right, $top, $bottom, $lines = 800, 500, 80, 60, 20, 60, 5

$rows = @(Import-Csv $Csv -ErrorAction Stop | Where-Object { $_.$X -and $_.$Y })
if (-not $rows) { throw "'$Csv' has no row with a number in both $X and $Y." }

# The smallest round number that reaches the largest number in so many steps.
function Get-Step([decimal] $Largest) {
    for ($unit = [decimal] 1; ; $unit *= 10) {
        foreach ($factor in 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8) {
            if ($unit * $factor * $lines -ge $Largest) { return $unit * $factor }
        }
    }
}

function Format-Short([decimal] $Number) {
    if ($Number -ge 1e9) { "$($Number / 1000000000) G" }
    elseif ($Number -ge 1e6) { "$($Number / 1000000) M" }
    elseif ($Number -ge 1e3) { "$($Number / 1000) k" }
    else { "$Number" }
}

function Format-Xml([string] $Text) { [Security.SecurityElement]::Escape($Text) }

$stepX = Get-Step ($rows | ForEach-Object { [decimal] $_.$X } | Measure-Object -Maximum).Maximum
$stepY = Get-Step ($rows | ForEach-Object { [decimal] $_.$Y } | Measure-Object -Maximum).Maximum

# Numbers become text inside strings, where PowerShell writes a point in every culture.
function Get-Right([decimal] $Value) {
    $left + [Math]::Round(($width - $left - $right) * $Value / ($stepX * $lines), 1)
}
function Get-Down([decimal] $Value) {
    $height - $bottom - [Math]::Round(($height - $top - $bottom) * $Value / ($stepY * $lines), 1)
}

$svg = @(
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 $width $height' font-family='sans-serif' font-size='13'>"
    "<title>$(Format-Xml "$X and $Y")</title>"
    '<style>svg { background: #fff; fill: #222 } line { stroke: #ccc } circle { fill: #1b6ca8; fill-opacity: .7 }'
    '@media (prefers-color-scheme: dark) { svg { background: #111; fill: #ddd } line { stroke: #444 } }</style>'
    foreach ($i in 0..$lines) {
        $h, $v = (Get-Right ($i * $stepX)), (Get-Down ($i * $stepY))
        "<line x1='$h' x2='$h' y1='$top' y2='$($height - $bottom)'/>"
        "<line x1='$left' x2='$($width - $right)' y1='$v' y2='$v'/>"
        "<text x='$h' y='$($height - $bottom + 20)' text-anchor='middle'>$(Format-Short ($i * $stepX))</text>"
        "<text x='$($left - 8)' y='$($v + 4)' text-anchor='end'>$(Format-Short ($i * $stepY))</text>"
    }
    "<text x='$(($left + $width - $right) / 2)' y='$($height - 15)' text-anchor='middle'>$(Format-Xml $X)</text>"
    "<text transform='translate(18 $(($top + $height - $bottom) / 2)) rotate(-90)' text-anchor='middle'>"
    "$(Format-Xml $Y)</text>"
    foreach ($row in $rows) {
        $h, $v = (Get-Right $row.$X), (Get-Down $row.$Y)
        $values = @($row.PSObject.Properties | ForEach-Object { "$($_.Name): $($_.Value)" }) -join "`n"
        "<circle cx='$h' cy='$v' r='5'><title>$(Format-Xml $values)</title></circle>"
        "<text x='$($h + 8)' y='$($v + 4)'>$(Format-Xml $row.$Label)</text>"
    }
    '</svg>'
)
Set-Content $Path $svg -Encoding UTF8
