BeforeAll {
    Import-Module "$PSScriptRoot/../../module/FlopsPS.psd1" -ErrorAction Stop
}

Describe 'New-Network' {
    It 'puts layers one behind the other' {
        $network = (New-ConvLayer 16 3), (New-Layer relu), (New-ConvLayer 8 3) | New-Network small 1x3x28x28
        $network.Name | Should -BeExactly 'small'
        $network.Nodes.Path | Should -BeExactly 'conv', 'relu', 'conv2'
        $network.InputShape | Should -BeExactly '1x3x28x28'
        $network.OutputShape | Should -BeExactly '1x8x24x24'
    }

    It 'takes layers by name' {
        (New-Network -InputShape 1x128 -Layer (New-LinearLayer 64), (New-LinearLayer 10)).OutputShape |
            Should -BeExactly '1x10'
    }

    It 'reads <shape> in <layout> as <expected>' -ForEach @(
        @{ shape = '28x28x3'; layout = 'NHWC'; expected = '1x3x28x28' }
        @{ shape = 28, 28, 3; layout = 'nhwc'; expected = '1x3x28x28' }
        @{ shape = '2x28x28x3'; layout = 'NHWC'; expected = '2x3x28x28' }
        @{ shape = '3x28x28'; layout = 'NCHW'; expected = '1x3x28x28' }
        @{ shape = '100x64'; layout = 'NLC'; expected = '1x64x100' }
        @{ shape = 64; layout = 'NF'; expected = '1x64' }
    ) {
        (New-Layer relu | New-Network -InputShape $shape -Layout $layout).InputShape | Should -BeExactly $expected
    }

    It 'reads <shape> without a layout as <expected>' -ForEach @(
        @{ shape = 128; expected = '1x128' }
        @{ shape = '4x128'; expected = '4x128' }
        @{ shape = '1x3x28x28'; expected = '1x3x28x28' }
        @{ shape = @{ input = '1x3x28x28' }; expected = '1x3x28x28' }
    ) {
        (New-Layer relu | New-Network -InputShape $shape).InputShape | Should -BeExactly $expected
    }

    It 'refuses <what>' -ForEach @(
        @{ what = 'three sizes without a layout'; arguments = @{ InputShape = '3x224x224' }; id = 'ArgumentInvalid'
            message = '*-Layout: NHWC, NCHW, NLC, NCL or NTD*' }
        @{ what = 'an unknown layout'; arguments = @{ InputShape = '3x224x224'; Layout = 'NHCW' }
            id = 'ArgumentInvalid'; message = "*'NHCW' is not one of*" }
        @{ what = 'too many sizes for the layout'; arguments = @{ InputShape = '1x2x3x4x5'; Layout = 'NHWC' }
            id = 'ArgumentInvalid'; message = '*takes 4 sizes*' }
        @{ what = 'two inputs'; arguments = @{ InputShape = @{ a = 1; b = 2 } }; id = 'ArgumentInvalid'
            message = '*one input*' }
        @{ what = 'a kernel larger than the input'; arguments = @{ InputShape = '1x3x2x2' }; id = 'ShapeMismatch'
            message = "*'conv'*larger*" }
    ) {
        { New-ConvLayer 16 3 | New-Network @arguments } |
            Should -Throw $message -ErrorId "$id,FlopsPS.Commands.NewNetworkCommand"
    }

    It 'refuses to be a network of nothing' {
        { @() | New-Network empty 1x3 } | Should -Throw "*No layer*'empty'*" -ErrorId 'ArgumentMissing,*'
    }

    It 'refuses no sizes at all' {
        { New-Layer relu | New-Network empty @() } | Should -Throw '*size is missing*'
    }

    It 'refuses sizes that are none' {
        { New-ConvLayer 16 3 | New-Network -InputShape 28xbig } |
            Should -Throw "*'28xbig' is not a whole number*" -ErrorId 'ParameterArgumentTransformationError,*'
    }
}
