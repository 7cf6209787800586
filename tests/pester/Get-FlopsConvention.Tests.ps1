BeforeAll {
    Import-Module "$PSScriptRoot/../../module/FlopsPS.psd1" -ErrorAction Stop

    [IO.File]::WriteAllText("$TestDrive/ours.yaml", "convention: ours`nfigures: macs`nrules: { conv: macs }")
    [IO.File]::WriteAllText("$TestDrive/bad.yaml", "convention: bad`nfigures: macs`nrules: { conv: mcas }")
    [IO.File]::WriteAllText("$TestDrive/net.yaml", "input: { features: 4 }`nlayers: [relu]")
}

Describe 'Get-FlopsConvention' {
    It 'lists the conventions, each with its source and rules' {
        $all = @(Get-FlopsConvention)
        $all.Name | Should -Contain 'exact'
        foreach ($convention in $all) {
            $convention.Summary | Should -Not -BeNullOrEmpty
            $convention.Source | Should -Not -BeNullOrEmpty
            $convention.Rules | Should -Not -BeNullOrEmpty
        }
    }

    It 'says what a reader would not expect' {
        (Get-FlopsConvention molchanov).Quirks | Should -Not -BeNullOrEmpty
    }

    It 'gives lists that are indexed' {
        foreach ($convention in Get-FlopsConvention molchanov, fvcore, exact) {
            [string[]] $rules = $convention.Rules
            $convention.Rules[0] | Should -BeExactly $rules[0]
            $convention.Rules[-1] | Should -BeExactly $rules[-1]
        }
        (Get-FlopsConvention molchanov).Quirks[0] | Should -BeOfType string
        (Get-FlopsConvention "$TestDrive/ours.yaml").Rules[0] | Should -BeExactly 'conv: macs'
    }

    It 'takes wildcards, in any case' {
        (Get-FlopsConvention 'EXACT*').Name | Should -Be 'exact', 'exact-nobias'
    }

    It 'takes names from the pipeline' {
        ('mac', 'exact' | Get-FlopsConvention).Name | Should -Be 'mac', 'exact'
    }

    It 'is silent about a pattern that matches nothing' {
        Get-FlopsConvention 'nothing*' | Should -BeNullOrEmpty
    }

    It 'reports an unknown name and goes on' {
        $found = Get-FlopsConvention exat, mac -ErrorAction SilentlyContinue -ErrorVariable failure
        $found.Name | Should -Be 'mac'
        $failure | Should -HaveCount 1
        $failure[0].FullyQualifiedErrorId |
            Should -BeExactly 'ConventionUnknown,FlopsPS.Commands.GetFlopsConventionCommand'
        $failure[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failure[0].TargetObject | Should -BeExactly 'exat'
        "$($failure[0])" | Should -BeLike "*Did you mean 'exact'?*"
    }

    It 'describes a convention of a file as it does built-in ones' {
        $ours = Get-FlopsConvention "$TestDrive/ours.yaml"
        $ours.Name | Should -BeExactly 'ours'
        $ours.Unit | Should -BeExactly 'multiply-accumulates (MACs)'
        $ours.Rules | Should -Contain 'conv: macs'
        $ours | Should -BeOfType FlopsPS.Conventions.Convention
        $ours.GetType().Assembly.GetName().Name | Should -BeExactly 'FlopsPS.Core'
    }

    It 'takes files and names alike' {
        (Get-FlopsConvention "$TestDrive/our*.yaml", mac).Name | Should -Be 'mac', 'ours'
        ("$TestDrive/ours.yaml", 'mac' | Get-FlopsConvention).Name | Should -Be 'ours', 'mac'
        ([IO.FileInfo] "$TestDrive/ours.yaml" | Get-FlopsConvention).Name | Should -Be 'ours'
    }

    It 'reports what is wrong with a file, and goes on' {
        $files = "$TestDrive/none.yaml", "$TestDrive/*.yaml"
        $found = Get-FlopsConvention $files -ErrorAction SilentlyContinue -ErrorVariable failure
        $found.Name | Should -Be 'ours'
        $failure.FullyQualifiedErrorId | Should -BeExactly @(
            'FileNotFound,FlopsPS.Commands.GetFlopsConventionCommand'
            'ExpressionInvalid,FlopsPS.Commands.GetFlopsConventionCommand'
            'ConventionInvalid,FlopsPS.Commands.GetFlopsConventionCommand'
        )
        "$($failure[1])" | Should -BeLike "*bad.yaml(3,16): 'mcas' is neither a fact *Did you mean 'macs'?"
        "$($failure[2])" | Should -BeLike '*net.yaml(1,1): this is a network, not a convention;*'
        $failure[2].CategoryInfo.Category | Should -Be 'ParserError'
    }

    It 'completes names and files: <line>' -Tag Pwsh -ForEach @(
        @{ line = 'Get-FlopsConvention ' }, @{ line = 'Measure-NetworkFlops lenet5 -Convention mac, ' }
    ) {
        $file = [IO.Path]::Combine((Get-Item $TestDrive).FullName, 'ours.yaml')
        (TabExpansion2 "${line}molch").CompletionMatches.CompletionText | Should -Be 'molchanov'
        (TabExpansion2 "$line$($file -replace 's.yaml$')").CompletionMatches.CompletionText | Should -Be $file
    }

    It 'lists its rules, one per line' -Tag Pwsh {
        $list = Get-FlopsConvention molchanov | Format-List | Out-String -Width 120
        $list | Should -Match '(?m)^Rules +: MACs = outputs'
        $list | Should -Match '(?m)^ +linear: FLOPs = '
    }
}
