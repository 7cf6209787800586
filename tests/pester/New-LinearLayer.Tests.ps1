BeforeAll {
    Import-Module "$PSScriptRoot/../../module/FlopsPS.psd1" -ErrorAction Stop
}

Describe 'New-LinearLayer' {
    It 'makes the fully connected layer of the note: 128*64 + 64 parameters, 128*64 MACs, 2*128*64 FLOPs' {
        $cost = New-LinearLayer -In 128 -Out 64 | Measure-NetworkFlops
        $cost.Parameters | Should -BeExactly 8256
        $cost.Macs | Should -BeExactly 8192
        $cost.Flops | Should -BeExactly 16384
    }

    It 'has no bias with -NoBias: (2*128 - 1)*64 FLOPs' {
        $cost = New-LinearLayer -OutputFeature 64 -InputFeature 128 -NoBias | Measure-NetworkFlops
        $cost.Parameters | Should -BeExactly 8192
        $cost.Flops | Should -BeExactly 16320
    }

    It 'takes both sizes by position, output first' {
        (New-LinearLayer 64 128).Arguments | Should -BeExactly 'out: 64, in: 128'
    }

    It 'refuses half a feature, which PowerShell alone would round' {
        { New-LinearLayer 64.5 } | Should -Throw "*'64.5' is not a whole number*"
    }

    It 'refuses no features at all' {
        { New-LinearLayer 0 } | Should -Throw "*out '0'*at least 1*" -ErrorId 'ArgumentInvalid,*'
    }
}
