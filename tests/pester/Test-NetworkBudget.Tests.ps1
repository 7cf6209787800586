BeforeDiscovery {
    $columns = 'Network', 'Layer', 'Rule', 'Metric', 'Limit', 'Actual', 'Baseline', 'ExceededBy', 'ExceededPercent',
    'Severity', 'Outcome', 'Causes', 'Convention', 'Coverage', 'Uncounted', 'Source', 'Path'
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../module/FlopsPS.psd1" -ErrorAction Stop

    # head: 10*width parameters and MACs, without bias; body/0: width*4. At 6: 60 + 24 = 84.
    $small = @'
name: small
parameters: { width: 6 }
input: { features: 10 }
layers:
  - linear: { out: width, bias: false }
    name: head
  - layers:
    - linear: { out: 4, bias: false }
      name: last
    name: body
'@
    $null = [IO.Directory]::CreateDirectory("$TestDrive/nets")
    [IO.File]::WriteAllText("$TestDrive/nets/small.yaml", $small)
    [IO.File]::WriteAllText("$TestDrive/broken.yaml", "input: { features: 3 }`nlayers:`n  - cnov`n")
    Measure-NetworkFlops "$TestDrive/nets/small.yaml", lenet5 -GroupBy Layer |
        Export-NetworkBaseline "$TestDrive/baseline.json"
    Measure-NetworkFlops lenet5 -Convention fvcore | Export-NetworkBaseline "$TestDrive/fvcore.json"
    $net = "$TestDrive/nets/small.yaml"
    $baseline = "$TestDrive/baseline.json"

    function New-Budget([string] $Rules, [string] $Head = '') {
        [IO.File]::WriteAllText("$TestDrive/flopsps.budget.yaml", "budget: ci`n${Head}rules:`n$Rules")
        "$TestDrive/flopsps.budget.yaml"
    }
}

Describe 'Test-NetworkBudget' {
    Context 'limits' {
        It 'are met by a figure that is as large, and exceeded by one more: <name>' -ForEach @(
            @{ name = 'MaxParameters'; figure = 84 }
            @{ name = 'MaxMacs'; figure = 84 }
            @{ name = 'MaxFlops'; figure = 158 } # (2*10 - 1)*6 + (2*6 - 1)*4
            @{ name = 'MaxActivations'; figure = 10 } # 6 + 4
        ) {
            $most = @{ $name = "$figure" }
            $less = @{ $name = $figure - 1 }
            (Test-NetworkBudget $net @most).Outcome | Should -BeExactly 'Pass'
            $verdict = Test-NetworkBudget $net @less
            $verdict.Outcome | Should -BeExactly 'Fail'
            $verdict.Actual | Should -BeExactly $figure
            $verdict.ExceededBy | Should -BeExactly 1
            $verdict.Rule | Should -BeExactly "-$name $($figure - 1)"
        }

        It 'may be on what is stored and not trained' {
            $network = New-Layer batchnorm | New-Network norm 1x3x4x4 # 3 means and 3 variances
            ($network | Test-NetworkBudget -MaxBuffers 6).Outcome | Should -BeExactly 'Pass'
            ($network | Test-NetworkBudget -MaxBuffers 5).ExceededBy | Should -BeExactly 1
        }

        It 'are what people write: <text>' -ForEach @(
            @{ text = '26M'; count = 26000000 }
            @{ text = '26_000_000'; count = 26000000 }
            @{ text = 26000000; count = 26000000 }
            @{ text = 4.2e9; count = 4200000000 }
            @{ text = '4.2 GMACs'; count = 4200000000 }
        ) {
            (Test-NetworkBudget $net -MaxMacs $text).Limit | Should -BeExactly $count
        }

        It 'need no quotes' {
            (Test-NetworkBudget $net -MaxMacs 4.2G).Limit | Should -BeExactly 4200000000
            (Test-NetworkBudget $net -MaxMacs 4e9).Limit | Should -BeExactly 4000000000
            (Test-NetworkBudget $net -MaxMacs +50% -Baseline $baseline).Limit | Should -BeExactly 126
            (Test-NetworkBudget $net -MaxMacs -50% -Baseline $baseline).Limit | Should -BeExactly 42
        }

        It 'are not PowerShell''s binary sizes' {
            { Test-NetworkBudget $net -MaxMacs 26MB } | Should -Throw "*'26MB' has a unit that is not known*"
        }
        It 'are not lists of digits' {
            { Test-NetworkBudget $net -MaxMacs 26,000,000 } | Should -Throw '*26_000_000 or 26M*'
        }
        It 'are not those of another metric' {
            { Test-NetworkBudget $net -MaxMacs 4.2GFLOPs } | Should -Throw '*number of FLOPs*limit is on MACs*'
        }
        It 'are whole' {
            { Test-NetworkBudget $net -MaxMacs 1.5 } | Should -Throw '*not a whole number*'
        }

        It 'must be there' {
            { Test-NetworkBudget $net } | Should -Throw '*-MaxParameters*-Budget*-Lock*' -ErrorId 'LimitMissing,*'
        }
        It 'must be on what the convention defines' {
            { Test-NetworkBudget $net -MaxFlops 1G -Convention fvcore } |
                Should -Throw '*fvcore does not define FLOPs*MACs*' -ErrorId 'FigureUndefined,*'
        }
    }

    Context 'verdicts' {
        It 'have always the same columns' -ForEach @{ columns = $columns } {
            (Test-NetworkBudget $net -MaxMacs 1).psobject.Properties.Name | Should -Be $columns
        }
        It 'hold whole numbers' {
            $verdict = Test-NetworkBudget $net -MaxMacs 42
            $verdict.Limit | Should -BeOfType long
            $verdict.Actual | Should -BeOfType long
            $verdict.ExceededBy | Should -BeOfType long
            $verdict.ExceededPercent | Should -BeExactly 100
        }
        It 'name the layers that contribute most' {
            (Test-NetworkBudget $net -MaxMacs 42).Causes | Should -BeExactly 'head 60; body/last 24'
        }
        It 'go through a sweep, and carry its values' {
            $verdicts = Test-NetworkBudget $net -MaxMacs 100 -Parameter @{ width = 5, 8 }
            $verdicts.width | Should -Be 5, 8
            $verdicts.Actual | Should -Be 70, 112 # 10*5 + 5*4, 10*8 + 8*4
            $verdicts.Outcome | Should -Be 'Pass', 'Fail'
        }
        It 'take networks however they come' {
            $network = Import-Network $net
            ($network | Test-NetworkBudget -MaxMacs 84).Outcome | Should -BeExactly 'Pass'
            (Test-NetworkBudget lenet5 -MaxMacs 416520).Outcome | Should -BeExactly 'Pass'
            (Test-NetworkBudget -LiteralPath $net -MaxMacs 84).Outcome | Should -BeExactly 'Pass'
            (New-LinearLayer 4 3 -NoBias | Test-NetworkBudget -MaxMacs 12).Outcome | Should -BeExactly 'Pass'
            (Test-NetworkBudget $net -MaxMacs 168 -BatchSize 2).Actual | Should -BeExactly 168
        }
        It 'are no clean pass where operations are not counted' {
            $layers = @(New-LinearLayer 4 3 -NoBias; New-Layer sigmoid)
            $verdict = $layers | Test-NetworkBudget -MaxMacs 12 -Convention thop
            $verdict.Outcome | Should -BeExactly 'Warn'
            $verdict.Causes | Should -BeExactly 'a lower bound: sigmoid not counted'
            $verdict.Uncounted | Should -BeExactly 'sigmoid'
        }
        It 'are one error for a file that cannot be measured, and the rest goes on' {
            $verdicts = Test-NetworkBudget "$TestDrive/broken.yaml", $net -MaxMacs 84 -ErrorAction SilentlyContinue `
                -ErrorVariable failure
            $verdicts.Network | Should -Be 'small'
            $failure.Count | Should -BeExactly 1
            $failure[0].FullyQualifiedErrorId | Should -BeLike 'LayerKindUnknown,*'
        }
    }

    Context 'baselines' {
        It 'make limits relative, and name the layers that changed' {
            $verdict = Test-NetworkBudget $net -MaxMacs +10% -Baseline $baseline -Parameter @{ width = 8 }
            $verdict.Baseline | Should -BeExactly 84
            $verdict.Limit | Should -BeExactly 92 # 84 * 1.1 = 92.4
            $verdict.ExceededBy | Should -BeExactly 20 # 112 - 92
            $verdict.Causes | Should -BeExactly 'head +20; body/last +8'
        }
        It 'carry the convention' {
            (Test-NetworkBudget lenet5 -MaxMacs +0% -Baseline "$TestDrive/fvcore.json").Convention |
                Should -BeExactly 'fvcore'
        }
        It 'are not compared under another convention' {
            { Test-NetworkBudget lenet5 -MaxMacs +0% -Baseline $baseline -Convention fvcore } |
                Should -Throw '*counts by the convention exact*' -ErrorId 'ConventionMismatch,*'
        }
        It 'must be given to relative limits' {
            { Test-NetworkBudget $net -MaxMacs +2% } | Should -Throw '*baseline*' -ErrorId 'BaselineMissing,*'
        }
        It 'must be files that are baselines: <path>' -ForEach @(
            @{ path = 'none.json'; id = 'FileNotFound' }
            @{ path = 'nets/small.yaml'; id = 'BaselineInvalid' }
        ) {
            { Test-NetworkBudget $net -Lock -Baseline "$TestDrive/$path" } | Should -Throw -ErrorId "$id,*"
        }
        It 'may be of a convention of one''s own, whose file is needed then' {
            $ours = "$TestDrive/ours.yaml"
            [IO.File]::WriteAllText($ours, "convention: ours`nfigures: macs`nrules: { linear: 3 * macs }")
            Measure-NetworkFlops $net -Convention $ours -GroupBy Layer | Export-NetworkBaseline "$TestDrive/ours.json"
            $verdict = Test-NetworkBudget $net -MaxMacs +0% -Baseline "$TestDrive/ours.json" -Convention $ours
            $verdict.Limit | Should -BeExactly 252 # 3 * 84
            $verdict.Outcome | Should -BeExactly 'Pass'
            { Test-NetworkBudget $net -MaxMacs +0% -Baseline "$TestDrive/ours.json" } |
                Should -Throw "*'ours', which is not built in*" -ErrorId 'ConventionUnknown,*'
            $budget = New-Budget '- macs: +0%' "convention: ours.yaml`nbaseline: ours.json`n"
            (Test-NetworkBudget $net -Budget $budget).Outcome | Should -BeExactly 'Pass'
        }
        It 'hold under one convention at a time' {
            { Test-NetworkBudget $net -MaxMacs 1 -Convention 'exact*' } |
                Should -Throw '*names 2 conventions*' -ErrorId 'ArgumentInvalid,*'
        }
        It 'fail a network that they lack' {
            (Test-NetworkBudget alexnet -MaxMacs +2% -Baseline $baseline).Causes | Should -BeLike 'not in the baseline*'
        }
    }

    Context '-Lock' {
        It 'passes what did not change, in every figure' {
            $verdicts = Test-NetworkBudget $net, lenet5 -Baseline $baseline -Lock
            $verdicts.Count | Should -BeExactly 10
            $verdicts.Where({ $_.Outcome -ne 'Pass' }) | Should -BeNullOrEmpty
        }
        It 'fails a decrease' {
            $verdicts = Test-NetworkBudget $net -Baseline $baseline -Lock -Parameter @{ width = 5 }
            $macs = $verdicts.Where({ $_.Metric -eq 'Macs' })
            $macs.Outcome | Should -BeExactly 'Fail'
            $macs.ExceededBy | Should -BeExactly -14 # 10*5 + 5*4 = 70
            $macs.Causes | Should -BeExactly 'head -10; body/last -4'
        }
        It 'needs a baseline' {
            { Test-NetworkBudget $net -Lock } | Should -Throw '*add -Baseline*' -ErrorId 'LockUnused,*'
        }
    }

    Context 'budget files' {
        It 'have rules by file, network and layer, with a severity' {
            $budget = New-Budget @'
  - files: nets/*.yaml
    macs: 84
  - networks: lenet*
    macs: 1
    severity: warn
  - layers: body
    macs: 20
    severity: off
'@
            $verdicts = Test-NetworkBudget $net, lenet5 -Budget $budget
            $verdicts.Network | Should -Be 'small', 'small', 'lenet5'
            $verdicts.Layer | Should -Be $null, 'body', $null
            $verdicts.Outcome | Should -Be 'Pass', 'Skipped', 'Warn'
            $verdicts.Source | Should -Be 'flopsps.budget.yaml:3', 'flopsps.budget.yaml:8', 'flopsps.budget.yaml:5'
            $verdicts[0].Rule | Should -BeExactly 'files: nets/*.yaml, macs: 84'
        }
        It 'name their convention and baseline' {
            $budget = New-Budget '- macs: +0%' "convention: fvcore`nbaseline: fvcore.json`n"
            $verdict = Test-NetworkBudget lenet5 -Budget $budget
            $verdict.Convention | Should -BeExactly 'fvcore'
            $verdict.Baseline | Should -BeExactly $verdict.Actual
            { Test-NetworkBudget lenet5 -Budget $budget -Baseline $baseline } |
                Should -Throw -ErrorId 'ConventionMismatch,*'
        }
        It 'are checked beside the limits of the call' {
            (Test-NetworkBudget $net -Budget (New-Budget '- macs: 1') -MaxMacs 84).Outcome | Should -Be 'Pass', 'Fail'
        }
        It 'warn of a rule that matches nothing' {
            $budget = New-Budget "  - layers: nosuch`n    macs: 1`n  - macs: 84"
            Test-NetworkBudget $net -Budget $budget -WarningVariable warning -WarningAction SilentlyContinue |
                Should -Not -BeNullOrEmpty
            $warning.Count | Should -BeExactly 1
            "$warning" | Should -BeLike "*flopsps.budget.yaml(3,5): the rule 'layers: nosuch, macs: 1' matches nothing*"
        }
        It 'have a place in every error' {
            { Test-NetworkBudget $net -Budget (New-Budget '- macs: 4.2GFLOPs') } |
                Should -Throw "*flopsps.budget.yaml(3,9): '4.2GFLOPs' is a number of FLOPs*" -ErrorId 'LimitInvalid,*'
            { Test-NetworkBudget $net -Budget (New-Budget '- maccs: 4') } |
                Should -Throw "*(3,3): 'maccs'*Did you mean 'macs'?*" -ErrorId 'BudgetInvalid,*'
            { Test-NetworkBudget $net -Budget (New-Budget '- flops: 1' "convention: fvcore`n") } |
                Should -Throw '*(4,3): The convention fvcore does not define FLOPs*' -ErrorId 'FigureUndefined,*'
        }
        It 'are not looked for' {
            { Test-NetworkBudget $net -Budget "$TestDrive/none.yaml" } | Should -Throw -ErrorId 'FileNotFound,*'
        }
        It 'are no networks' {
            Test-NetworkBudget (New-Budget '- macs: 1') -MaxMacs 1 -ErrorAction SilentlyContinue -ErrorVariable failure
            "$($failure[0])" | Should -BeLike '*this is a budget, not a network; give it to Test-NetworkBudget*'
        }
    }

    Context '-Enforce' {
        BeforeAll {
            # The verdicts that came before the error, and the error.
            function Invoke-Enforced([scriptblock] $Script) {
                $verdicts = [Collections.Generic.List[object]]::new()
                try {
                    & $Script | ForEach-Object { $verdicts.Add($_) }
                }
                catch {
                    $failure = $_
                }
                @{ Verdicts = $verdicts; Failure = $failure }
            }
        }

        It 'lets pass what passes' {
            (Test-NetworkBudget $net -MaxMacs 84 -Enforce).Outcome | Should -BeExactly 'Pass'
        }
        It 'gives all verdicts, then one error that names the worst and its layers first' {
            $run = Invoke-Enforced { Test-NetworkBudget $net, lenet5 -MaxMacs 80 -MaxParameters 83 -Enforce }
            $run.Verdicts.Count | Should -BeExactly 4
            $run.Failure.FullyQualifiedErrorId |
                Should -BeExactly 'BudgetExceeded,FlopsPS.Commands.TestNetworkBudgetCommand'
            $run.Failure.CategoryInfo.Category | Should -Be 'LimitsExceeded'
            $lines = "$($run.Failure)" -split "`n"
            $lines.Count | Should -BeExactly 4
            # (416520 - 80) / 80
            $lines[0] | Should -BeExactly ('Budget exceeded: lenet5: 416,520 MACs, 416,440 (520550 %) above the ' +
                'limit of 80: c3 240,000; c1 117,600; c5 48,000; and 2 more')
            $lines[3] | Should -BeExactly ('Budget exceeded: small: 84 parameters, 1 (1.21 %) above the limit of 83: ' +
                'head 60; body/last 24')
        }
        It 'names the budget and the line of the rule' {
            $run = Invoke-Enforced { Test-NetworkBudget $net -Budget (New-Budget '- macs: 83') -Enforce }
            "$($run.Failure)" | Should -BeLike "Budget 'ci' exceeded: small: 84 MACs*flopsps.budget.yaml:3]"
        }
        It 'lets warnings pass' {
            $budget = New-Budget "- macs: 1`n  severity: warn"
            (Test-NetworkBudget $net -Budget $budget -Enforce).Outcome | Should -BeExactly 'Warn'
        }
        It 'fails what could not be measured' {
            $run = Invoke-Enforced {
                Test-NetworkBudget "$TestDrive/broken.yaml", $net -MaxMacs 84 -Enforce -ErrorAction SilentlyContinue
            }
            $run.Verdicts.Count | Should -BeExactly 1
            "$($run.Failure)" | Should -BeLike "Budget not checked: '*broken.yaml' could not be measured."
        }
        It 'fails a network that no rule is about' {
            $budget = New-Budget "- macs: 84`n  networks: small"
            $run = Invoke-Enforced { Test-NetworkBudget $net, lenet5 -Budget $budget -Enforce }
            "$($run.Failure)" | Should -BeExactly "Budget 'ci' not checked: no rule is about 'lenet5'."
        }
        It 'fails when there was no network' {
            $run = Invoke-Enforced { @() | Test-NetworkBudget -MaxMacs 84 -Enforce }
            "$($run.Failure)" | Should -BeExactly 'Budget not checked: no network came in.'
        }
        It 'says what did change under -Lock' {
            $run = Invoke-Enforced {
                Test-NetworkBudget $net -Baseline $baseline -Lock -Enforce -Parameter @{ width = 5 }
            }
            "$($run.Failure)" | Should -BeLike ('*small width=5: 70 MACs, 14 (16.67 %) below the 84 it was: ' +
                'head -10; body/last -4*')
        }
        It 'names the one layer of 160 that changed in the first line' {
            function New-Deep([int] $Width) {
                $layers = foreach ($i in 1..160) { New-LinearLayer $(if ($i -eq 80) { $Width } else { 16 }) -NoBias }
                New-Network deep 1x16 -Layer $layers
            }
            New-Deep 16 | Measure-NetworkFlops -GroupBy Layer | Export-NetworkBaseline "$TestDrive/deep.json"
            $run = Invoke-Enforced {
                New-Deep 17 | Test-NetworkBudget -Baseline "$TestDrive/deep.json" -MaxMacs +0% -Enforce
            }
            # 16*17 - 16*16, in the layer and in the one behind it, of 160*16*16
            "$($run.Failure)" | Should -BeExactly ('Budget exceeded: deep: 40,992 MACs, 32 (0.08 %) above the limit ' +
                'of 40,960: linear80 +16; linear81 +16')
        }
        It 'ends the script' -Tag Pwsh {
            $module = "$PSScriptRoot/../../module/FlopsPS.psd1"
            $script = "$TestDrive/check.ps1"
            foreach ($limit in @{ most = 84; text = 'after'; code = 0 }, @{ most = 83; text = ''; code = 1 }) {
                [IO.File]::WriteAllText($script, "Import-Module '$module'`n" +
                    "`$null = Test-NetworkBudget '$net' -MaxMacs $($limit.most) -Enforce`n'after'")
                $text = pwsh -NoProfile -File $script 2>$null
                $LASTEXITCODE | Should -BeExactly $limit.code
                "$text" | Should -BeExactly $limit.text
            }
        }
    }
}
