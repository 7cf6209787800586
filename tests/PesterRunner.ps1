<#
.SYNOPSIS
Runs Pester 5 files where there is no Pester: in an engine that has the core cmdlets only.

.DESCRIPTION
Understands the part of Pester 5 that tests/pester uses. Discovery and run are two phases, and scopes nest as they do
there: a file, a block and a test have one each; what BeforeAll or BeforeEach defines, the test sees.
A word, a parameter or an operator that is not known here fails the file or the test; it never passes one.
Stricter than Pester: Should without an operator, a test inside a test and a file without a test fail, and a failing
AfterAll fails the tests of its block.

Emits an object per test: Path (Describe.Context.It), File, Line, Outcome (Passed, Failed, Skipped; NotRun with
-DiscoverOnly), Message. A file that cannot be discovered is a single failed object.

.PARAMETER Path
The files.

.PARAMETER DiscoverOnly
Names the tests, in the order of a run, and runs none of them.

.PARAMETER SkipTag
Tests and blocks with one of these tags are skipped.
#>
[Diagnostics.CodeAnalysis.SuppressMessage(
    'PSAvoidAssignmentToAutomaticVariable', 'ForEach', Justification = 'A parameter of Pester is called that.')]
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string[]] $Path,
    [switch] $DiscoverOnly,
    [string[]] $SkipTag = 'Pwsh'
)

# Private, or removed: the tests, which run in scopes below this one, must not see the variables of the runner.
# Opens a scope among those of the test files: the data of a case, and whatever the steps of $args[1] define.
$private:scope = {
    foreach ($____ in $args[0].Data.GetEnumerator()) {
        $ExecutionContext.SessionState.PSVariable.Set($____.Key, $____.Value)
    }
    if ($null -ne $args[0].Case) { $ExecutionContext.SessionState.PSVariable.Set('_', $args[0].Case) }
    & $args[1]
}
$private:evaluate = { . ([scriptblock]::Create($args[0])) }

$private:settings = $scope, $evaluate, $DiscoverOnly, $SkipTag, $PSScriptRoot
$private:module = New-Module -Name PesterRunner -ArgumentList $settings -ScriptBlock {
    param($Scope, $Evaluate, $DiscoverOnly, $SkipTag, $Folder)

    . "$Folder/PesterShould.ps1"

    $reading = $null    # the block whose body is being discovered
    $drive = $null      # the folder that tests know as $TestDrive

    function New-Node([string] $Name, [scriptblock] $Body, $Case, [string[]] $Tag, [bool] $Skip, [bool] $IsTest) {
        if ($Name -and -not $reading) { throw "'$Name' is inside a test: only blocks may hold blocks and tests." }
        if (-not $Body) { throw "'$Name' has no script block: is its opening brace on the next line?" }
        $excluded = $Tag.Where({ $_ -in $SkipTag })
        $node = [pscustomobject]@{
            Name = $Name; Path = ''; Body = $Body; Case = $Case; IsTest = $IsTest; Parent = $reading
            Data = if ($Case -is [Collections.IDictionary]) { $Case } else { @{} }
            Skip = if ($reading.Skip) { $reading.Skip }
            elseif ($Skip) { 'Marked -Skip.' }
            elseif ($excluded) { "Tagged $excluded, which this run excludes." }
            BeforeAll = {}; BeforeEach = {}; AfterEach = {}; AfterAll = {}
            Children = [Collections.Generic.List[object]]::new(); Outcome = 'NotRun'; Message = ''
        }
        if ($reading) { $reading.Children.Add($node) }
        $node
    }

    function Read-Block($Node) {
        $script:reading = $Node
        try { $null = & $Scope $Node $Node.Body } finally { $script:reading = $Node.Parent }
    }

    function Describe {
        [CmdletBinding(PositionalBinding = $false)]
        param(
            [Parameter(Position = 0)] [string] $Name,
            [Parameter(Position = 1)] [scriptblock] $Fixture,
            [object[]] $ForEach = @($null),
            [string[]] $Tag,
            [switch] $Skip
        )
        foreach ($case in $ForEach) { Read-Block (New-Node $Name $Fixture $case $Tag $Skip $false) }
    }
    ${function:Context} = ${function:Describe}

    function It {
        [CmdletBinding(PositionalBinding = $false)]
        param(
            [Parameter(Position = 0)] [string] $Name,
            [Parameter(Position = 1)] [scriptblock] $Test,
            [Alias('TestCases')] [object[]] $ForEach = @($null),
            [string[]] $Tag,
            [switch] $Skip
        )
        foreach ($case in $ForEach) { $null = New-Node $Name $Test $case $Tag $Skip $true }
    }

    function BeforeDiscovery([scriptblock] $ScriptBlock) { . $ScriptBlock }
    function BeforeAll([scriptblock] $ScriptBlock) { $reading.BeforeAll = $ScriptBlock }
    function BeforeEach([scriptblock] $ScriptBlock) { $reading.BeforeEach = $ScriptBlock }
    function AfterEach([scriptblock] $ScriptBlock) { $reading.AfterEach = $ScriptBlock }
    function AfterAll([scriptblock] $ScriptBlock) { $reading.AfterAll = $ScriptBlock }

    function Set-ItResult([Parameter(Mandatory)] [switch] $Skipped, [string] $Because = 'The test says so.') {
        throw [Management.Automation.ErrorRecord]::new($Because, 'PesterTestSkipped', 'InvalidResult', $null)
    }

    # The error of a step, or nothing. The loop keeps a stray break or continue of the step inside.
    function Invoke-Step([scriptblock] $Step, $Node) {
        $parameters = $Node.Data
        try { do { $null = . $Step @parameters } until ($true) } catch { $_ }
    }

    function Set-Path($Node, [string] $Name) {
        $Node.Path = if ($Node.Parent.Parent) { "$($Node.Parent.Path).$Name" } else { $Name }
    }

    function Expand-Name($Node) {
        if ($Node.Name -notlike '*<*') { return }
        $name = $Node.Name -replace '\$', '`$' -replace '"', '`"' -replace '(?<!`)<([^>^`]+)>', '$$($$$1)'
        Set-Path $Node (. $Evaluate "`"$name`"")
    }

    function Set-Failure($Test, [string] $Where, $Errors) {
        $lines = foreach ($record in $Errors) {
            $Where + $record.Exception.Message
            $record.ScriptStackTrace -split '\r?\n' -like '*.Tests.ps1: line *'
        }
        $Test.Outcome = 'Failed'
        $Test.Message = $lines -join [Environment]::NewLine
    }

    function Get-Test($Node) {
        if ($Node.IsTest) { $Node } else { foreach ($child in $Node.Children) { Get-Test $child } }
    }

    function Invoke-Block($Block, $Failure) {
        & $Scope $Block {
            Set-Path $Block $Block.Name
            $tests = @(Get-Test $Block)
            $isRun = -not ($DiscoverOnly -or $Failure) -and $tests.Where({ -not $_.Skip })
            $kept = [IO.Directory]::GetFileSystemEntries($drive, '*', 'AllDirectories')
            if ($isRun) { $Failure = Invoke-Step $Block.BeforeAll $Block }
            $unnamed = Invoke-Step { Expand-Name $Block }
            if ($isRun -and -not $Failure) { $Failure = $unnamed }

            foreach ($child in $Block.Children) {
                if ($child.IsTest) { Invoke-Test $child $Failure } else { Invoke-Block $child $Failure }
            }

            if ($isRun -and ($late = Invoke-Step $Block.AfterAll $Block)) {
                foreach ($test in $tests.Where({ $_.Outcome -eq 'Passed' })) { Set-Failure $test 'AfterAll: ' $late }
            }
            foreach ($entry in [IO.Directory]::GetFileSystemEntries($drive, '*', 'AllDirectories')) {
                if ($entry -in $kept) { continue }
                if ([IO.Directory]::Exists($entry)) { [IO.Directory]::Delete($entry, $true) }
                elseif ([IO.File]::Exists($entry)) { [IO.File]::Delete($entry) }
            }
        }
    }

    function Invoke-Test($Test, $Failure) {
        & $Scope $Test {
            Set-Path $Test $Test.Name
            $isRun = -not ($DiscoverOnly -or $Failure -or $Test.Skip)
            $blocks = @(for ($node = $Test.Parent; $node; $node = $node.Parent) { $node })
            $steps = @({ Expand-Name $Test })
            if ($isRun) { $steps = @($blocks.BeforeEach)[-1..-$blocks.Count] + $steps + $Test.Body }
            $errors = @(
                foreach ($step in $steps) {
                    if ($record = Invoke-Step $step $Test) { $record; break }
                }
                if ($isRun) { foreach ($step in $blocks.AfterEach) { Invoke-Step $step $Test } }
            )
            $skips, $faults = $errors.Where({ $_.FullyQualifiedErrorId -eq 'PesterTestSkipped' }, 'Split')

            if ($Test.Skip) { $Test.Outcome = 'Skipped'; $Test.Message = $Test.Skip }
            elseif ($Failure) { Set-Failure $Test 'BeforeAll: ' $Failure }
            elseif ($DiscoverOnly) { return }
            elseif ($faults) { Set-Failure $Test '' $faults }
            elseif ($skips) { $Test.Outcome = 'Skipped'; $Test.Message = $skips[0].Exception.Message }
            else { $Test.Outcome = 'Passed' }
        }
    }

    function Invoke-TestFile([string] $File) {
        $script:drive = [IO.Directory]::CreateTempSubdirectory('TestDrive-').FullName
        $root = New-Node '' ([scriptblock]::Create("& '$($File -replace "'", "''")'"))
        $root.Data['TestDrive'] = $drive
        try {
            Read-Block $root
            if (-not (Get-Test $root)) { throw 'The file has no test.' }
            Invoke-Block $root
            $tests = Get-Test $root
        }
        catch {
            $root.Path = [IO.Path]::GetFileName($File)
            Set-Failure $root 'Discovery: ' $_
            $tests = $root
        }
        finally { [IO.Directory]::Delete($drive, $true) }
        foreach ($test in $tests) {
            [pscustomobject]@{
                Path = $test.Path; File = $File; Line = $test.Body.Ast.Extent.StartLineNumber
                Outcome = $test.Outcome; Message = $test.Message
            }
        }
    }
}

$private:files = $Path
foreach ($private:name in 'Path', 'DiscoverOnly', 'SkipTag') { $ExecutionContext.SessionState.PSVariable.Remove($name) }
try { foreach ($private:file in $files) { Invoke-TestFile $file } }
finally { Remove-Module $module }
