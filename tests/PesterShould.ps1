# Pester's assertion, loaded by PesterRunner.ps1: what an operator means, and Should, which says yes or throws.

function Test-Nothing([object[]] $Value) {
    $Value.Count -eq 0 -or ($Value.Count -eq 1 -and $null -eq $Value[0])
}

function Test-Equal([object[]] $Actual, [object[]] $Expected, [bool] $IsExact) {
    if ((Test-Nothing $Actual) -or (Test-Nothing $Expected)) {
        return (Test-Nothing $Actual) -and (Test-Nothing $Expected)
    }
    if ($Actual.Count -ne $Expected.Count) { return $false }
    for ($i = 0; $i -lt $Actual.Count; $i++) {
        $isNested = $Actual[$i] -is [array] -or $Expected[$i] -is [array]
        $isEqual = if ($isNested) { Test-Equal $Actual[$i] $Expected[$i] $IsExact }
        elseif ($IsExact) { $Expected[$i] -ceq $Actual[$i] }
        else { $Expected[$i] -eq $Actual[$i] }
        if (-not $isEqual) { return $false }
    }
    $true
}

# The operators that judge all that was piped in; the others judge each object.
$operatorOnAll = @{
    Be            = { param($actual, $expected) Test-Equal $actual $expected $false }
    BeExactly     = { param($actual, $expected) Test-Equal $actual $expected $true }
    BeNullOrEmpty = {
        param($actual)
        if ($actual.Count -eq 1 -and $actual[0] -is [hashtable]) { $actual[0].Count -eq 0 }
        else { $actual.Count -eq 0 -or ($actual.Count -eq 1 -and [string]::IsNullOrEmpty($actual[0])) }
    }
    Contain       = { param($actual, $expected) $actual -contains $expected }
    HaveCount     = { param($actual, $expected) $actual.Count -eq $expected }
}
$operatorOnEach = @{
    BeFalse          = { param($actual) -not $actual }
    BeGreaterOrEqual = { param($actual, $expected) $actual -ge $expected }
    BeGreaterThan    = { param($actual, $expected) $actual -gt $expected }
    BeIn             = { param($actual, $expected) $expected -contains $actual }
    BeLessOrEqual    = { param($actual, $expected) $actual -le $expected }
    BeLessThan       = { param($actual, $expected) $actual -lt $expected }
    BeLike           = { param($actual, $expected) $actual -like $expected }
    BeLikeExactly    = { param($actual, $expected) $actual -clike $expected }
    BeOfType         = {
        param($actual, $expected)
        $type = if ($expected -is [type]) { $expected } else { $expected -replace '^\[(.*)\]$', '$1' -as [type] }
        $actual -is $type
    }
    BeTrue           = { param($actual) [bool] $actual }
    Exist            = { param($actual) $ExecutionContext.InvokeProvider.Item.Exists($actual) }
    Match            = { param($actual, $expected) $actual -match $expected }
    MatchExactly     = { param($actual, $expected) $actual -cmatch $expected }
}

function Format-Value($Value) {
    if ($null -eq $Value) { '$null' }
    elseif ($Value -is [bool]) { "`$$Value" }
    elseif ($Value -is [string]) { "'$Value'" }
    elseif ($Value -is [type]) { "[$Value]" }
    elseif ($Value -is [Collections.IList]) { "@($(@(foreach ($item in $Value) { Format-Value $item }) -join ', '))" }
    else { [string] $Value }
}

# What an error lacks of what -Throw asks for; nothing when it will do.
function Get-ThrowFault($ErrorRecord, [string] $Message, [string] $ErrorId, [type] $Type) {
    if (-not $ErrorRecord) { return 'no exception was thrown' }
    $exception = $ErrorRecord.Exception
    if ($Message -and $exception.Message -notlike $Message) {
        "the message was '$($exception.Message)', not '$Message'"
    }
    if ($ErrorId -and $ErrorRecord.FullyQualifiedErrorId -notlike $ErrorId) {
        "the error id was '$($ErrorRecord.FullyQualifiedErrorId)', not '$ErrorId'"
    }
    if ($Type -and $exception -isnot $Type) { "the exception was [$($exception.GetType())], not [$Type]" }
}

function Assert-Throw($Action, [string] $Message, [string] $ErrorId, [type] $Type, [bool] $Not, $Because) {
    if ($Action -isnot [scriptblock]) { throw 'Should -Throw needs a script block.' }
    $caught = $null
    try { do { $null = & $Action } until ($true) } catch { $caught = $_ }
    if ($Not) {
        if ($caught) { throw "Expected no exception$Because, but '$($caught.Exception.Message)' was thrown." }
        return
    }
    $faults = @(Get-ThrowFault $caught $Message $ErrorId $Type)
    if ($faults) { throw "Expected an exception$Because, but $($faults -join ', and ')." }
    $caught
}

function Should {
    [CmdletBinding(PositionalBinding = $false)]
    param(
        [Parameter(ValueFromPipeline)] $ActualValue,
        [Parameter(Position = 0)]
        [Alias('ExpectedValue', 'ExpectedMessage', 'ExpectedType', 'RegularExpression')] $Expected,
        [string] $Because,
        [switch] $Not,
        [switch] $Be, [switch] $BeExactly, [switch] $BeFalse, [switch] $BeGreaterOrEqual, [switch] $BeGreaterThan,
        [switch] $BeIn, [switch] $BeLessOrEqual, [switch] $BeLessThan, [switch] $BeLike, [switch] $BeLikeExactly,
        [switch] $BeNullOrEmpty, [switch] $BeOfType, [switch] $BeTrue, [switch] $Contain, [switch] $Exist,
        [switch] $HaveCount, [switch] $Match, [switch] $MatchExactly,
        [switch] $Throw, [string] $ErrorId, [type] $ExceptionType, [switch] $PassThru
    )
    begin { $all = [Collections.Generic.List[object]]::new() }
    process { $all.Add($ActualValue) }
    end {
        $reason = if ($Because) { ", because $($Because -replace '^because\s+')" }
        $operators = @($PSBoundParameters.Keys.Where({ $operatorOnAll[$_] -or $operatorOnEach[$_] -or $_ -eq 'Throw' }))
        if ($operators.Count -ne 1) { throw "Should needs one operator, but has $($operators.Count): $operators" }
        $operator = $operators[0]
        if ($operatorOnAll[$operator]) { $values = , $all.ToArray() }
        elseif ($all.Count) { $values = $all.ToArray() }
        else { $values = , $null }

        foreach ($value in $values) {
            if ($Throw) {
                $caught = Assert-Throw $value $Expected $ErrorId $ExceptionType $Not $reason
                if ($PassThru) { $caught }
                continue
            }
            $test = if ($operatorOnAll[$operator]) { $operatorOnAll[$operator] } else { $operatorOnEach[$operator] }
            if ([bool] (& $test $value $Expected) -eq $Not) {
                $verb = if ($Not) { "-Not -$operator" } else { "-$operator" }
                $wanted = if ($PSBoundParameters.ContainsKey('Expected')) { " $(Format-Value $Expected)" }
                $got = if ($all.Count -eq 1) { $all[0] } else { $value }
                $kind = if ($BeOfType -and $null -ne $got) { " of type [$($got.GetType())]" }
                throw "Expected $verb$wanted$reason, but got $(Format-Value $got)$kind."
            }
        }
    }
}
