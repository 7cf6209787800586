BeforeDiscovery {
    $scripts = [IO.Directory]::GetFiles("$PSScriptRoot/../../module/Examples", '*.ps1').ForEach({
            @{ script = [IO.Path]::GetFileName($_); path = $_ }
        })
    # What a step of a pipeline runs, and which output its platform reads.
    $gates = @(
        @{ file = 'github-actions.yml'; step = 'run'; marks = '::error *conv*' }
        @{ file = 'azure-pipelines.yml'; step = 'pwsh'; marks = '##vso`[task.logissue type=error*conv*' }
    )
    Import-Module "$PSScriptRoot/../../module/FlopsPS.psd1" -ErrorAction Stop
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../module/FlopsPS.psd1" -ErrorAction Stop
    $examples = [IO.Path]::GetFullPath("$PSScriptRoot/../../module/Examples")
    $location = $ExecutionContext.SessionState.Path.CurrentLocation
    $null = $ExecutionContext.SessionState.Path.SetLocation($TestDrive)
}

AfterAll {
    $null = $ExecutionContext.SessionState.Path.SetLocation($location)
}

Describe 'Help of <script>' -ForEach $scripts {
    It 'describes the script, each parameter, and several uses' {
        $help = Get-Help $path
        $help.Synopsis | Should -Match '^[A-Z].*\.$'
        $help.description.Text | Should -Not -BeNullOrEmpty
        foreach ($name in (Get-Command $path).ScriptBlock.Ast.ParamBlock.Parameters.Name.VariablePath.UserPath) {
            (Get-Help $path -Parameter $name).description.Text | Should -Match '\.$' -Because "-$name needs it"
        }
        @($help.examples.example).Count | Should -BeGreaterThan 1
    }
}

Describe 'Find-WidestNetwork.ps1' {
    It 'finds the widest MobileNetV2 within a limit: the next width is beyond it' {
        $widest = & "$examples/Find-WidestNetwork.ps1" -MaxMacs 220M
        $widest.Macs | Should -BeLessOrEqual 220000000
        $next = Measure-NetworkFlops mobilenet_v2 -Parameter @{ width = $widest.width + 0.05d }
        $next.Macs | Should -BeGreaterThan 220000000
    }
    It 'keeps every limit' {
        $widest = & "$examples/Find-WidestNetwork.ps1" mobilenet_v3_small -MaxMacs 50M -MaxParameters 2M
        $widest.Macs | Should -BeLessOrEqual 50000000
        $widest.Parameters | Should -BeLessOrEqual 2000000
    }
    It 'says so where there is none' {
        { & "$examples/Find-WidestNetwork.ps1" -MaxMacs 1k } | Should -Throw '*No width keeps the budget*is 0.1.'
    }
}

Describe 'Get-ConventionTable.ps1' {
    It 'has a row for each network, with a column for each convention' {
        $rows = & "$examples/Get-ConventionTable.ps1" lenet5, resnet18 -Convention exact, thop, keras
        $rows.Network | Should -Be 'lenet5', 'resnet18'
        $rows[1].PSObject.Properties.Name | Should -Be 'Network', 'exact', 'thop', 'keras'
        $rows[1].thop | Should -BeExactly (Measure-NetworkFlops resnet18 -Convention thop).Macs
        $rows[1].keras | Should -BeNullOrEmpty
    }
    It 'has the figure that is asked for' {
        $row = & "$examples/Get-ConventionTable.ps1" lenet5 -Convention keras -Figure Flops
        $row.keras | Should -BeExactly (Measure-NetworkFlops lenet5 -Convention keras).Flops
    }
}

Describe 'Compare-Revision.ps1' {
    BeforeAll {
        $hasGit = Get-Command git -CommandType Application -ErrorAction Ignore
        if ($hasGit) {
            $null = [IO.Directory]::CreateDirectory("$TestDrive/work/nets")
            $who = '-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'
            $null = git init -q "$TestDrive/work"
            foreach ($out in 10, 20, 30) {
                [IO.File]::WriteAllText(
                    "$TestDrive/work/nets/net.yaml", "input: { features: 4 }`nlayers:`n  - linear: { out: $out }`n")
                if ($out -lt 30) {
                    $null = git -C "$TestDrive/work" add .
                    $null = git -C "$TestDrive/work" @who commit -q -m "out $out"
                }
            }
        }
    }
    BeforeEach {
        if (-not $hasGit) { Set-ItResult -Skipped -Because 'git is not on PATH' }
    }

    It 'compares the file with the last commit, from any folder' {
        $rows = & "$examples/Compare-Revision.ps1" ./work/nets/net.yaml
        $rows.Change | Should -Be 'Total', 'Changed'
        $rows.MacsDifference | Should -Be 40, 40
    }
    It 'compares two revisions' {
        $rows = & "$examples/Compare-Revision.ps1" ./work/nets/net.yaml -From HEAD~1 -To HEAD
        $rows[1].What | Should -BeExactly 'out 10 -> 20'
    }
    It 'says which revision git does not have' {
        { & "$examples/Compare-Revision.ps1" ./work/nets/net.yaml -From none } | Should -Throw '*in revision none*'
    }
}

Describe 'A sweep and its picture' -Tag Pwsh {
    BeforeAll {
        & "$examples/Export-CostSweep.ps1" ./sweep.csv
        $rows = @(Import-Csv ./sweep.csv)
    }

    It 'has a row for each combination, with columns for both parameters' {
        $rows.Count | Should -BeExactly 16
        $rows[0].PSObject.Properties.Name |
            Should -Be 'Network', 'resolution', 'width', 'Convention', 'Parameters', 'Macs', 'Flops', 'Activations'
        $widest = $rows.Where({ $_.width -eq '1' -and $_.resolution -eq '224' })
        $widest.Macs | Should -BeExactly "$((Measure-NetworkFlops mobilenet_v2).Macs)"
    }
    It 'is drawn as points, each where its numbers are' {
        & "$examples/Export-CostPlot.ps1" ./sweep.csv ./sweep.svg -Label width
        $svg = ([xml] (Get-Content ./sweep.svg -Raw)).svg
        $svg.circle.Count | Should -BeExactly 16
        # The grid ends at 400 M of the one and 4 M of the other.
        $last = $svg.circle[-1]
        $last.title | Should -BeLike '*width: 1*'
        [double] $last.cx | Should -Be ([Math]::Round(80 + 660 * $rows[-1].Macs / 400000000, 1))
        [double] $last.cy | Should -Be (440 - [Math]::Round(420 * $rows[-1].Parameters / 4000000, 1))
    }
    It 'is drawn alike where a comma divides numbers' {
        $culture = [cultureinfo]::CurrentCulture
        & "$examples/Export-CostPlot.ps1" ./sweep.csv ./point.svg
        [cultureinfo]::CurrentCulture = 'de-DE'
        try { & "$examples/Export-CostPlot.ps1" ./sweep.csv ./comma.svg }
        finally { [cultureinfo]::CurrentCulture = $culture }
        Get-Content ./comma.svg -Raw | Should -BeExactly (Get-Content ./point.svg -Raw)
    }
    It 'is an error without numbers' {
        { & "$examples/Export-CostPlot.ps1" ./sweep.csv ./none.svg -X None } |
            Should -Throw '*no row with a number*None*'
    }
}

Describe 'The gate in <file>' -Tag Pwsh -ForEach $gates {
    BeforeAll {
        Copy-Item "$examples/gate" ./repo -Recurse
        $yaml = Get-Content "$examples/gate/$file" -Raw
        $block = [regex]::Match($yaml, "${step}: \|\r?\n(( +)\S.*\r?\n(?:\2.*\r?\n)+)").Groups[1].Value
        $block | Should -Match 'Test-NetworkBudget'
        # As the platforms call a step.
        Set-Content ./step.ps1 "`$ErrorActionPreference = 'stop'", $block
        $module = "$PSScriptRoot/../../module/FlopsPS.psd1"

        function Invoke-Step {
            $env:GITHUB_STEP_SUMMARY = "$TestDrive/summary.md"
            $call = "Import-Module '$module'; Set-Location '$TestDrive/repo'; . '$TestDrive/step.ps1'"
            pwsh -NoProfile -Command $call 2>&1
        }
    }
    AfterAll {
        Remove-Item Env:/GITHUB_STEP_SUMMARY
    }

    It 'lets through what keeps the budget' {
        $output = Invoke-Step
        $LASTEXITCODE | Should -BeExactly 0 -Because ($output -join "`n")
        $output -join "`n" | Should -Not -BeLike $marks
    }
    It 'fails on a network that costs more, and marks the layer' {
        (Get-Content ./repo/nets/small.yaml -Raw) -replace 'width: 16', 'width: 20' | Set-Content ./repo/nets/small.yaml
        $output = Invoke-Step
        $LASTEXITCODE | Should -BeExactly 1 -Because ($output -join "`n")
        @($output -like $marks).Count | Should -BeGreaterThan 0 -Because ($output -join "`n")
    }
    It 'leaves what the platform shows' {
        $report = if ($step -eq 'run') { './summary.md' } else { './repo/budget.xml' }
        Get-Content $report -Raw | Should -BeLike '*small*conv*'
    }
}
