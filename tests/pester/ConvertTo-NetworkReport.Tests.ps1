BeforeDiscovery {
    $forms = 'JUnitXml', 'NUnitXml', 'Sarif', 'GitHubAnnotation', 'AzureAnnotation', 'Markdown'
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../module/FlopsPS.psd1" -ErrorAction Stop

    # 160 layers of 10 x 10, the hundredth of which may become wider: layer 101 takes what comes out of it.
    function Write-Net([string] $Name, [int] $Width) {
        $layers = foreach ($i in 1..160) {
            $out = if ($i -eq 100) { $Width } else { 10 }
            "  - linear: { out: $out, bias: false }`n    name: block$i`n"
        }
        $text = "name: deep`ninput: { features: 10 }`nlayers:`n$($layers -join '')"
        [IO.File]::WriteAllText("$TestDrive/nets/$Name.yaml", $text)
    }

    $null = [IO.Directory]::CreateDirectory("$TestDrive/nets")
    Write-Net old 10
    Write-Net new 13
    $place = $ExecutionContext.SessionState.Path.CurrentLocation
    $null = $ExecutionContext.SessionState.Path.SetLocation($TestDrive)
    Measure-NetworkFlops ./nets/old.yaml -GroupBy Layer | Export-NetworkBaseline ./baseline.json

    # 10*13 - 10*10 more in block100, 13*10 - 10*10 in block101: 60 of 16,000.
    $verdicts = Test-NetworkBudget ./nets/new.yaml -Baseline ./baseline.json -MaxMacs +0.1% -MaxParameters +1%
    $differences = Compare-NetworkFlops ./nets/old.yaml ./nets/new.yaml

    # Each row as a job or a file of Export-Clixml gives it back.
    function Copy-Row {
        foreach ($row in $input) {
            $text = [Management.Automation.PSSerializer]::Serialize($row)
            [Management.Automation.PSSerializer]::Deserialize($text)
        }
    }
}

AfterAll {
    $null = $ExecutionContext.SessionState.Path.SetLocation($place)
}

Describe 'ConvertTo-NetworkReport' {
    Context 'forms' {
        It 'names the layer that became dearer in the first line: <_>' -ForEach $forms {
            $form = $_
            foreach ($rows in $verdicts, $differences) {
                $text = ($rows | ConvertTo-NetworkReport -As $form) -join "`n"
                $first = switch ($form) {
                    JUnitXml { ([xml] $text).SelectSingleNode('//failure | //system-out').InnerText }
                    NUnitXml { ([xml] $text).SelectSingleNode('//message | //output').InnerText }
                    Sarif { [regex]::Match($text, '(?s)"message": \{\s+"text": "(.*?)"').Groups[1].Value }
                    default { $text }
                }
                ($first -split "`n")[0] | Should -BeLike '*block100*'
            }
        }
        It 'is one text for a file: <_>' -ForEach 'JUnitXml', 'NUnitXml', 'Sarif', 'Markdown' {
            $text = $verdicts | ConvertTo-NetworkReport $_
            $text | Should -BeOfType string
            @($text).Count | Should -BeExactly 1
            $text | Should -Not -Match '\r|\n$'
        }
        It 'is a line for each annotation, at the file and the line of the layer' {
            $verdicts | ConvertTo-NetworkReport GitHubAnnotation | Should -BeExactly (
                '::error file=nets/new.yaml,line=202,title=deep%2C MACs%3A -MaxMacs +0.1%25::deep: 16,060 MACs, ' +
                '44 (0.28 %25) above the limit of 16,016: block100 +30; block101 +30')
            $path = $verdicts[0].Path
            $verdicts | ConvertTo-NetworkReport AzureAnnotation | Should -BeExactly (
                "##vso[task.logissue type=error;sourcepath=$path;linenumber=202;code=budget/macs]deep: " +
                '16,060 MACs, 44 (0.28 %) above the limit of 16,016: block100 +30; block101 +30')
            @($differences | ConvertTo-NetworkReport GitHubAnnotation).Count | Should -BeExactly 3
        }
        It 'shows totals first, then what changed' {
            $lines = ($differences | ConvertTo-NetworkReport Markdown) -split "`n"
            $lines[0] | Should -BeExactly (
                '## deep: +60 MACs (+0.38 %), +117 FLOPs (+0.38 %), +60 parameters (+0.38 %): ' +
                'block101 input 1x10 -> 1x13 +30 MACs; block100 out 10 -> 13 +30 MACs')
            $lines[4] | Should -BeExactly '| MACs | 16,000 | 16,060 | +60 (+0.38 %) |'
        }
        It 'says in each form that there is nothing to report: <_>' -ForEach $forms {
            $form = $_
            foreach ($text in ($null | ConvertTo-NetworkReport $form), (ConvertTo-NetworkReport $form -InputObject @())) {
                $expected = switch ($form) {
                    JUnitXml { '*<testsuites name="FlopsPS" tests="0" failures="0" errors="0" time="0" />' }
                    NUnitXml { '*<test-run * testcasecount="0" result="Inconclusive"*<filter />*' }
                    Sarif { '*"results": `[]*' }
                    Markdown { '## Nothing to report: no rows came in' }
                    default { '' }
                }
                "$text" | Should -BeLike $expected
            }
        }
    }

    Context 'rows' {
        It 'may come out of a job or a file: <_>' -ForEach $forms {
            $rows = @(
                $verdicts
                $differences
                Compare-NetworkFlops lenet5 -Convention mac, fvcore
                Compare-NetworkFlops lenet5 -Convention mac -Detail
                Measure-NetworkFlops resnet18 -Parameter @{ width = 16, 32 }
                Measure-NetworkFlops lenet5 -GroupBy Layer -Explain
            )
            # What does not come along is the line.
            $expected = ($rows | ConvertTo-NetworkReport $_) -join "`n" -replace ',?line(number)?=\d+;?' `
                -replace ',\s+"region": \{\s+"startLine": \d+\s+\}'
            ($rows | Copy-Row | ConvertTo-NetworkReport $_) -join "`n" | Should -BeExactly $expected
        }
        It 'carry the values of a sweep' {
            $rows = Measure-NetworkFlops resnet18 -Parameter @{ width = 16, 32 }
            $names = ([xml] ($rows | ConvertTo-NetworkReport JUnitXml)).testsuites.testsuite.name
            $names | Should -Be 'resnet18 width=32', 'resnet18 width=16'
        }
        It 'of several kinds come one after the other' {
            $text = (Measure-NetworkFlops lenet5), $differences, $verdicts | ForEach-Object { $_ } |
                ConvertTo-NetworkReport Markdown
            $headings = ($text -split "`n") -like '## *'
            $headings[0] | Should -BeLike '## :x: deep: 16,060 MACs*'
            $headings[1] | Should -BeLike '## deep: +60 MACs*'
            $headings[2] | Should -BeLike '## lenet5, exact: *'
        }
        It 'are the only thing that a report is made of' {
            { 'text' | ConvertTo-NetworkReport Markdown } |
                Should -Throw '*not of System.String*without Select-Object*' -ErrorId 'RowUnknown,*'
        }
        It 'are all, not some columns of them' -Tag Pwsh {
            { $verdicts | Select-Object Network, Outcome | ConvertTo-NetworkReport Markdown } |
                Should -Throw '*Select-Object*' -ErrorId 'RowUnknown,*'
        }
    }

    Context 'files' {
        It 'are named from the location of the session' {
            $null = $ExecutionContext.SessionState.Path.SetLocation("$TestDrive/nets")
            try {
                $verdicts | ConvertTo-NetworkReport GitHubAnnotation | Should -BeLike '::error file=new.yaml,*'
            }
            finally {
                $null = $ExecutionContext.SessionState.Path.SetLocation($TestDrive)
            }
        }
        It 'are needed by no network' {
            $row = New-LinearLayer 4 3 | Measure-NetworkFlops
            $row | ConvertTo-NetworkReport GitHubAnnotation | Should -BeLike '::notice title=*'
            $row | ConvertTo-NetworkReport Sarif | Should -Not -BeLike '*physicalLocation*'
        }
    }

    It 'reports what was found before a budget is enforced' {
        try {
            $null = Test-NetworkBudget ./nets/new.yaml -MaxMacs 1 -Enforce -OutVariable found
        }
        catch {
            $_.FullyQualifiedErrorId | Should -BeLike 'BudgetExceeded,*'
        }
        $found | ConvertTo-NetworkReport GitHubAnnotation | Should -BeLike '::error *16,060 MACs*'
    }
}
