BeforeAll {
    Import-Module "$PSScriptRoot/../../module/FlopsPS.psd1" -ErrorAction Stop
}

Describe 'New-ConvLayer' {
    It 'makes a convolution from the note: 1,216 parameters, 940,800 MACs, 1,881,600 FLOPs' {
        $cost = New-ConvLayer -In 3 -Out 16 -Kernel 5 -Padding same |
            Measure-NetworkFlops -InputShape 28x28x3 -Layout NHWC
        $cost.Parameters | Should -BeExactly 1216
        $cost.Macs | Should -BeExactly 940800
        $cost.Flops | Should -BeExactly 1881600
    }

    It 'takes <typed> for a kernel of 3 by 5' -ForEach @(
        @{ typed = '3,5'; kernel = 3, 5 }
        @{ typed = "'3x5'"; kernel = '3x5' }
        @{ typed = "'3,5'"; kernel = '3,5' }
        @{ typed = "'3', 5.0"; kernel = '3', 5.0 }
    ) {
        (New-ConvLayer 16 $kernel).Arguments | Should -BeExactly 'out: 16, kernel: [3, 5]'
    }

    It 'takes <typed> for a kernel of 3' -ForEach @(
        @{ typed = '3'; kernel = 3 }
        @{ typed = "'3'"; kernel = '3' }
        @{ typed = '3.0'; kernel = 3.0 }
        @{ typed = 'a long'; kernel = 3L }
    ) {
        (New-ConvLayer 16 $kernel).Arguments | Should -BeExactly 'out: 16, kernel: 3'
    }

    It 'hands every parameter to the layer' {
        $layer = New-ConvLayer -OutputChannel 16 -Kernel 3 -InputChannel 8 -Stride 2, 1 -Padding 1x0 `
            -Dilation 2 -Groups 4 -NoBias
        $layer.Kind | Should -BeExactly 'conv'
        $layer.Arguments | Should -BeExactly (
            'out: 16, kernel: 3, stride: [2, 1], padding: [1, 0], dilation: 2, groups: 4, bias: false, in: 8')
    }

    It 'counts a depthwise convolution: 3*3*1*16 + 16 = 160 parameters' {
        $cost = New-ConvLayer 16 3 -Groups depthwise | Measure-NetworkFlops -InputShape 1x16x8x8
        $cost.Parameters | Should -BeExactly 160
    }

    It 'has no bias with -NoBias: 5*5*3*16 = 1,200 parameters' {
        (New-ConvLayer 16 5 -NoBias | Measure-NetworkFlops -InputShape 1x3x28x28).Parameters | Should -BeExactly 1200
    }

    It 'refuses <what> with a message that helps' -ForEach @(
        @{ what = 'half a channel'; arguments = @{ Out = 16.5; Kernel = 3 }; message = "*'16.5' is not a whole*" }
        @{ what = 'half a kernel'; arguments = @{ Out = 16; Kernel = 2.5 }; message = "*'2.5' is not a whole*" }
        @{ what = 'a kernel of a word'; arguments = @{ Out = 16; Kernel = 'big' }; message = "*'big' is not a whole*" }
    ) {
        { New-ConvLayer @arguments } | Should -Throw $message -ErrorId 'ParameterArgumentTransformationError,*'
    }

    It 'refuses <what> as an invalid argument' -ForEach @(
        @{ what = 'a kernel of 0'; arguments = @{ Kernel = 0 }; message = "*'0'*at least 1*" }
        @{ what = 'a misspelt padding'; arguments = @{ Padding = 'smae' }; message = "*Did you mean 'same'?*" }
        @{ what = 'misspelt groups'; arguments = @{ Groups = 'deptwise' }; message = "*Did you mean 'depthwise'?*" }
    ) {
        $all = @{ Out = 16; Kernel = 3 }
        foreach ($name in $arguments.Keys) { $all[$name] = $arguments[$name] }
        $thrown = { New-ConvLayer @all } | Should -Throw $message -PassThru
        $thrown.FullyQualifiedErrorId | Should -BeLike 'ArgumentInvalid,*'
        $thrown.CategoryInfo.Category | Should -Be 'InvalidArgument'
    }
}
