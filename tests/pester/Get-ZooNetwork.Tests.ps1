BeforeAll {
    Import-Module "$PSScriptRoot/../../module/FlopsPS.psd1" -ErrorAction Stop
}

Describe 'Get-ZooNetwork' {
    It 'lists the networks by name, each once' {
        [string[]] $names = (Get-ZooNetwork).Name
        $names | Should -Contain 'resnet50'
        [string[]] $sorted = $names.Clone()
        [array]::Sort($sorted, [StringComparer]::Ordinal)
        $names | Should -BeExactly $sorted
        [Collections.Generic.HashSet[string]]::new($names) | Should -HaveCount $names.Count
    }

    It 'finds a network in any case' {
        (Get-ZooNetwork ResNet50).Name | Should -BeExactly 'resnet50'
    }

    It 'finds every network by its name' {
        foreach ($name in (Get-ZooNetwork).Name) { (Get-ZooNetwork $name).Name | Should -BeExactly $name }
    }

    It 'takes wildcards' {
        $expected = (Get-ZooNetwork).Name -like 'resnet1*'
        $expected | Should -Contain 'resnet18'
        (Get-ZooNetwork 'RESNET1*').Name | Should -BeExactly $expected
    }

    It 'is silent about a pattern that matches nothing' {
        Get-ZooNetwork 'nothing*' | Should -BeNullOrEmpty
    }

    It 'takes names from the pipeline' {
        ('vgg11', 'alexnet' | Get-ZooNetwork).Name | Should -Be 'vgg11', 'alexnet'
    }

    It 'gives lists that are indexed' {
        $network = Get-ZooNetwork lenet5
        $network.Inputs[0].Name | Should -BeExactly 'input'
        "$($network.Outputs[0].Shape)" | Should -BeExactly $network.OutputShape
        $network.ParameterNames[0] | Should -BeExactly 'classes'
        $node = $network.Nodes[1]
        $node.Inputs[0] | Should -Be $network.Nodes[0].Outputs[0]
        "$($node.Call.Outputs[-1])" | Should -BeExactly "$($node.Outputs[-1].Shape)"
    }

    It 'sets parameters, input and batch' {
        (Get-ZooNetwork resnet18 -Parameter @{ Classes = 10 }).OutputShape | Should -BeExactly '1x10'
        (Get-ZooNetwork resnet18 -InputShape 256x192x3 -Layout NHWC).InputShape | Should -BeExactly '1x3x256x192'
        (Get-ZooNetwork resnet18 -InputShape 3x256x192).InputShape | Should -BeExactly '1x3x256x192'
        (Get-ZooNetwork resnet18 -BatchSize 8).BatchSize | Should -BeExactly 8
    }

    It 'names the file that the network is in' {
        [IO.Path]::GetFileName((Get-ZooNetwork resnet18).Path) | Should -BeExactly 'resnet.yaml'
    }

    It 'says where a network comes from' {
        $network = Get-ZooNetwork resnext50_32x4d
        $network.Family | Should -BeExactly 'ResNeXt'
        $network.Year | Should -BeExactly 2016
        $network.Paper | Should -BeLike 'arXiv:1611.05431, Xie et al.*'
        $network.Implementation | Should -BeExactly 'torchvision/models/resnet.py'
    }

    It 'counts the parameters of a network as it is asked for' {
        (Get-ZooNetwork resnet18).Parameters | Should -BeExactly 11689512
        (Get-ZooNetwork resnet18 -Parameter @{ classes = 10 }).Parameters | Should -BeExactly (11689512 - 990 * 513)
    }

    It 'reports an unknown name with the nearest, and goes on' {
        $found = Get-ZooNetwork resnet5O, alexnet -ErrorAction SilentlyContinue -ErrorVariable failure
        $found.Name | Should -Be 'alexnet'
        $failure | Should -HaveCount 1
        $failure[0].FullyQualifiedErrorId | Should -BeExactly 'ZooNetworkUnknown,FlopsPS.Commands.GetZooNetworkCommand'
        $failure[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failure[0].TargetObject | Should -BeExactly 'resnet5O'
        "$($failure[0])" | Should -BeLike "*Did you mean 'resnet50'?*"
    }

    It 'refuses several values for a parameter' {
        { Get-ZooNetwork resnet18 -Parameter @{ width = 32, 64 } } |
            Should -Throw '*Measure-NetworkFlops*' -ErrorId 'SweepUnused,*'
    }

    It 'refuses -Layout without -InputShape' {
        { Get-ZooNetwork resnet18 -Layout NHWC } | Should -Throw '*-InputShape*' -ErrorId 'LayoutUnused,*'
    }

    It 'reports a parameter that the network does not have' {
        $null = Get-ZooNetwork lenet5 -Parameter @{ width = 3 } -ErrorAction SilentlyContinue -ErrorVariable failure
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'ParameterInvalid,*'
        $failure[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
    }

    It 'lists what it is' -Tag Pwsh {
        $list = Get-ZooNetwork lenet5 | Format-List | Out-String -Width 200
        $list | Should -Match '(?m)^Description +: LeNet'
        $list | Should -Match '(?m)^Family +: LeNet'
        $list | Should -Match '(?m)^Year +: 1998'
        $list | Should -Match '(?m)^Parameters +: 61,706'
        $list | Should -Match '(?m)^Layers +: 12'
    }
}
