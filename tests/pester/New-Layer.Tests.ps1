BeforeAll {
    Import-Module "$PSScriptRoot/../../module/FlopsPS.psd1" -ErrorAction Stop
}

Describe 'New-Layer' {
    It 'makes a layer without arguments' {
        $layer = New-Layer relu
        $layer.Kind | Should -BeExactly 'relu'
        $layer.Arguments | Should -BeExactly ''
    }

    It 'makes a layer with arguments' {
        $layer = New-Layer -Kind maxpool -Argument @{ kernel = '2x2'; stride = 2 }
        $layer.Arguments | Should -BeExactly 'kernel: [2, 2], stride: 2'
    }

    It 'does not mind the case of kinds and arguments' {
        (New-Layer MaxPool @{ Kernel = 3 }).Arguments | Should -BeExactly 'kernel: 3'
    }

    It 'takes an ordered table' {
        (New-Layer linear ([ordered]@{ out = 10; bias = $false })).Arguments | Should -BeExactly 'out: 10, bias: false'
    }

    It 'takes <typed> for false' -ForEach @(
        @{ typed = '$false'; value = $false }
        @{ typed = "'false'"; value = 'false' }
    ) {
        (New-Layer linear @{ out = 10; bias = $value }).Arguments | Should -BeExactly 'out: 10, bias: false'
    }

    It 'takes <typed> for a fraction' -ForEach @(
        @{ typed = '0.25'; value = 0.25 }
        @{ typed = "'0.25'"; value = '0.25' }
        @{ typed = 'a decimal'; value = 0.25d }
    ) {
        (New-Layer leakyrelu @{ negative_slope = $value }).Arguments | Should -BeExactly 'negative_slope: 0.25'
    }

    It 'refuses <what>' -ForEach @(
        @{ what = 'an unknown kind'; kind = 'cnov'; table = @{}; id = 'LayerKindUnknown'
            message = "*Did you mean 'conv'?*"; category = 'ObjectNotFound' }
        @{ what = 'an unknown argument'; kind = 'conv'; table = @{ out = 1; kernl = 3 }; id = 'ArgumentUnknown'
            message = "*Did you mean 'kernel'?*"; category = 'InvalidArgument' }
        @{ what = 'a missing argument'; kind = 'conv'; table = @{ out = 1 }; id = 'ArgumentMissing'
            message = "*needs 'kernel'*"; category = 'InvalidArgument' }
        @{ what = 'a fraction for a whole number'; kind = 'conv'; table = @{ out = 1.5; kernel = 3 }
            id = 'ArgumentInvalid'; message = "*'1.5'*"; category = 'InvalidArgument' }
        @{ what = 'no value'; kind = 'conv'; table = @{ out = $null; kernel = 3 }; id = 'ArgumentInvalid'
            message = '*out: A value is missing*'; category = 'InvalidArgument' }
        @{ what = 'a number beyond 64 bits'; kind = 'conv'; table = @{ out = 1e30; kernel = 3 }; id = 'ArgumentInvalid'
            message = '*64 bits*'; category = 'InvalidArgument' }
        @{ what = 'a structure'; kind = 'residual'; table = @{}; id = 'ArgumentInvalid'
            message = '*manifest*'; category = 'InvalidArgument' }
    ) {
        $thrown = { New-Layer $kind $table } | Should -Throw $message -PassThru
        $thrown.FullyQualifiedErrorId | Should -BeExactly "$id,FlopsPS.Commands.NewLayerCommand"
        $thrown.CategoryInfo.Category | Should -Be $category
    }
}
