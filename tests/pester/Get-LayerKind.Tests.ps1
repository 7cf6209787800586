BeforeAll {
    Import-Module "$PSScriptRoot/../../module/FlopsPS.psd1" -ErrorAction Stop
}

Describe 'Get-LayerKind' {
    It 'lists the kinds, each with a summary and a formula' {
        $all = @(Get-LayerKind)
        $all.Name | Should -Contain 'conv'
        foreach ($kind in $all) {
            $kind.Summary | Should -Not -BeNullOrEmpty
            $kind.Formula | Should -Not -BeNullOrEmpty
            foreach ($argument in $kind.Arguments) { $argument.Description | Should -Not -BeNullOrEmpty }
        }
    }

    It 'names the arguments with their defaults' {
        $arguments = (Get-LayerKind conv).Arguments
        $arguments[0].Name | Should -BeExactly 'out'
        $arguments[0].IsRequired | Should -BeTrue
        $arguments.Where({ $_.Name -eq 'stride' }).DefaultText | Should -BeExactly '1'
    }

    It 'gives lists of words that are indexed' {
        (Get-LayerKind conv).Arguments.Where({ $_.Name -eq 'padding' }).Words[0] | Should -BeExactly 'same'
        (Get-LayerKind upsample).Arguments.Where({ $_.Name -eq 'mode' }).Words[0] | Should -BeExactly 'nearest'
    }

    It 'takes wildcards, in any case' {
        (Get-LayerKind 'CONV*').Name | Should -Be 'conv', 'convtranspose'
    }

    It 'is silent about a pattern that matches nothing' {
        Get-LayerKind 'nothing*' | Should -BeNullOrEmpty
    }

    It 'reports an unknown name and goes on' {
        $found = Get-LayerKind cnov, linear -ErrorAction SilentlyContinue -ErrorVariable failure
        $found.Name | Should -Be 'linear'
        $failure | Should -HaveCount 1
        $failure[0].FullyQualifiedErrorId | Should -BeExactly 'LayerKindUnknown,FlopsPS.Commands.GetLayerKindCommand'
        "$($failure[0])" | Should -BeLike "*Did you mean 'conv'?*"
    }

    It 'lists the arguments, one per line' -Tag Pwsh {
        $list = Get-LayerKind conv | Format-List | Out-String -Width 120
        $list | Should -Match '(?m)^Arguments +: out \(Integer, required\): Output channels\.'
        $list | Should -Match '(?m)^ +stride \(Sizes, default 1\): '
    }
}
