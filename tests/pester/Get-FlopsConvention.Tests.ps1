BeforeAll {
    Import-Module "$PSScriptRoot/../../module/FlopsPS.psd1" -ErrorAction Stop
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

    It 'lists its rules, one per line' -Tag Pwsh {
        $list = Get-FlopsConvention molchanov | Format-List | Out-String -Width 120
        $list | Should -Match '(?m)^Rules +: MACs = outputs'
        $list | Should -Match '(?m)^ +linear: FLOPs = '
    }
}
