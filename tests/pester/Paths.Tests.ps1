BeforeDiscovery {
    Import-Module "$PSScriptRoot/../../module/FlopsPS.psd1" -ErrorAction Stop

    # Every parameter that takes the path of a file to read, and how its errors come.
    $readers = @(
        @{ reader = 'Import-Network -Path'; file = 'net.yaml'; wildcards = $true; call = { Import-Network $args[0] } }
        @{ reader = 'Import-Network -LiteralPath'; file = 'net.yaml'; call = { Import-Network -LiteralPath $args[0] } }
        @{ reader = 'Measure-NetworkFlops -Path'; file = 'net.yaml'; wildcards = $true
            call = { Measure-NetworkFlops $args[0] }
        }
        @{ reader = 'Measure-NetworkFlops -LiteralPath'; file = 'net.yaml'
            call = { Measure-NetworkFlops -LiteralPath $args[0] }
        }
        @{ reader = 'Measure-NetworkFlops -Convention'; file = 'ours.yaml'; wildcards = $true
            call = { Measure-NetworkFlops lenet5 -Convention $args[0] }
        }
        @{ reader = 'Compare-NetworkFlops -ReferenceNetwork'; file = 'net.yaml'; wildcards = $true
            call = { Compare-NetworkFlops $args[0] lenet5 }
        }
        @{ reader = 'Compare-NetworkFlops -LiteralPath'; file = 'net.yaml'
            call = { Compare-NetworkFlops -LiteralPath $args[0] -Convention mac }
        }
        @{ reader = 'Test-NetworkBudget -Path'; file = 'net.yaml'; wildcards = $true
            call = { Test-NetworkBudget $args[0] -MaxMacs 1M }
        }
        @{ reader = 'Test-NetworkBudget -LiteralPath'; file = 'net.yaml'
            call = { Test-NetworkBudget -LiteralPath $args[0] -MaxMacs 1M }
        }
        @{ reader = 'Test-NetworkBudget -Budget'; file = 'budget.yaml'
            call = { Test-NetworkBudget lenet5 -Budget $args[0] }
        }
        @{ reader = 'Test-NetworkBudget -Baseline'; file = 'base.json'
            call = { Test-NetworkBudget lenet5 -Baseline $args[0] -Lock }
        }
        @{ reader = 'Get-FlopsConvention -Name'; file = 'ours.yaml'; wildcards = $true
            call = { Get-FlopsConvention $args[0] }
        }
    )
    $writers = (Get-Command -Module FlopsPS -Verb Export).ForEach({ @{ writer = $_.Name } })
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../module/FlopsPS.psd1" -ErrorAction Stop

    $session = $ExecutionContext.SessionState
    $location, $current = $session.Path.CurrentLocation, [Environment]::CurrentDirectory
    $provider = $session.Provider.GetOne('FileSystem')
    $userHome = $provider.Home

    # The process is elsewhere than the session, among files of the same names that hold nothing of use.
    $here, $elsewhere = "$TestDrive/here", "$TestDrive/elsewhere"
    foreach ($folder in $here, "$here/[1]", $elsewhere) { $null = [IO.Directory]::CreateDirectory($folder) }
    $texts = @{
        'net.yaml'    = "input: { features: 4 }`nlayers: [{ linear: { out: 3 } }]"
        'ours.yaml'   = "convention: ours`nfigures: macs`nrules: { linear conv: macs }"
        'budget.yaml' = "budget: b`nrules: [{ macs: 1M }]"
    }
    foreach ($name in $texts.Keys) {
        [IO.File]::WriteAllText("$here/$name", $texts[$name])
        [IO.File]::WriteAllText("$here/[1]/$name", $texts[$name])
        [IO.File]::WriteAllText("$elsewhere/$name", 'nothing of use')
    }
    Measure-NetworkFlops lenet5 -GroupBy Layer | Export-NetworkBaseline "$here/base.json"
    [IO.File]::Copy("$here/base.json", "$here/[1]/base.json")
    [IO.File]::WriteAllText("$elsewhere/base.json", 'nothing of use')

    $null = $session.Path.SetLocation($here)
    [Environment]::CurrentDirectory = $elsewhere
    $provider.Home = $here
    $drive = [Management.Automation.PSDriveInfo]::new('FlopsPSTest', $provider, $here, '', $null)
    $null = $session.Drive.New($drive, 'global')
}

AfterAll {
    $null = $session.Path.SetLocation($location)
    [Environment]::CurrentDirectory = $current
    $provider.Home = $userHome
    $session.Drive.Remove('FlopsPSTest', $true, 'global')
}

Describe 'The path behind <reader>' -ForEach $readers {
    BeforeAll {
        $ErrorActionPreference = 'Stop'
    }

    It 'is relative to the location of the session, not of the process' {
        & $call "./$file" | Should -Not -BeNullOrEmpty
    }
    It 'may begin at home: ~' {
        & $call "~/$file" | Should -Not -BeNullOrEmpty
    }
    It 'may begin with a drive of PowerShell' {
        & $call "FlopsPSTest:/$file" | Should -Not -BeNullOrEmpty
    }
    It 'may begin with the provider' {
        & $call "Microsoft.PowerShell.Core\FileSystem::$here/$file" | Should -Not -BeNullOrEmpty
    }
    It 'takes brackets as wildcards where it takes wildcards, unless they are escaped' {
        if ($wildcards) {
            & $call "./?$($file.Substring(1))" | Should -Not -BeNullOrEmpty
            & $call "./[$($file[0])]$($file.Substring(1))" | Should -Not -BeNullOrEmpty
            & $call "./$([WildcardPattern]::Escape('[1]'))/$file" | Should -Not -BeNullOrEmpty
            { & $call "./[1]/$file" } | Should -Throw -ErrorId 'FileNotFound,*'
        }
        else {
            & $call "./[1]/$file" | Should -Not -BeNullOrEmpty
            { & $call "./?$($file.Substring(1))" } | Should -Throw -ErrorId 'FileNotFound,*'
        }
    }
    It 'is refused in another provider, with the name of it' {
        { & $call 'Variable:/net.yaml' } | Should -Throw '*in the provider Variable*' -ErrorId 'FileUnreadable,*'
    }
    It 'is an error on a drive that there is not' {
        { & $call "None:/$file" } | Should -Throw '*None*' -ErrorId 'FileNotFound,*'
    }
    It 'is an error where there is no file, and names it' {
        { & $call './none.yaml' } | Should -Throw '*There is no file*none.yaml*' -ErrorId 'FileNotFound,*'
    }
    It 'may be a share, which is an error like another where there is no file' {
        # The share of this machine answers at once, on Windows; elsewhere it is a folder that there is not.
        { & $call '\\localhost\FlopsPSTest\net.yaml' } | Should -Throw '*There is no file*' -ErrorId 'FileNotFound,*'
    }
}

Describe '<writer>' -ForEach $writers {
    BeforeAll {
        $ErrorActionPreference = 'Stop'
        $info = Get-Command -Name $writer
        $type = $info.ParameterSets[0].Parameters.Where({ $_.ValueFromPipeline }).ParameterType.GetElementType()
        # Rows may come out of a job, so a cmdlet that takes them takes any object.
        $items = if ($type -eq [psobject]) { Measure-NetworkFlops lenet5 } else { Get-ZooNetwork lenet5 }
        # A report is of a form that the name of the file says.
        $file = if ($info.Parameters.ContainsKey('Format')) { 'out.html' } else { 'out.yaml' }
    }
    BeforeEach {
        if ([IO.File]::Exists("$here/$file")) {
            [IO.File]::SetAttributes("$here/$file", 'Normal')
            [IO.File]::Delete("$here/$file")
        }
    }

    It 'writes relative to the location of the session, and emits the file with -PassThru alone' {
        $items | & $info -Path "./$file" | Should -BeNullOrEmpty
        [IO.File]::Exists("$here/$file") | Should -BeTrue
        ($items | & $info -Path "./$file" -PassThru).FullName | Should -Be ([IO.Path]::GetFullPath("$here/$file"))
        [IO.File]::Exists("$elsewhere/$file") | Should -BeFalse
    }
    It 'writes below ~ and on a drive of PowerShell' {
        foreach ($path in "~/$file", "FlopsPSTest:/$file") {
            $items | & $info -Path $path
            [IO.File]::Exists("$here/$file") | Should -BeTrue
            [IO.File]::Delete("$here/$file")
        }
    }
    It 'takes every character as it is behind -LiteralPath' {
        $items | & $info -LiteralPath "./[1]/$file"
        [IO.File]::Exists("$here/[1]/$file") | Should -BeTrue
    }
    It 'writes nothing with -WhatIf' {
        $items | & $info -Path "./$file" -WhatIf
        [IO.File]::Exists("$here/$file") | Should -BeFalse
    }
    It 'overwrites what is read-only with -Force alone' {
        [IO.File]::WriteAllText("$here/$file", 'old')
        [IO.File]::SetAttributes("$here/$file", 'ReadOnly')
        { $items | & $info -Path "./$file" } | Should -Throw '*-Force*' -ErrorId 'FileUnwritable,*'
        [IO.File]::ReadAllText("$here/$file") | Should -BeExactly 'old'
        $items | & $info -Path "./$file" -Force
        [IO.File]::ReadAllText("$here/$file") | Should -Not -BeExactly 'old'
    }
    It 'overwrites nothing with -NoClobber' {
        [IO.File]::WriteAllText("$here/$file", 'old')
        { $items | & $info -Path "./$file" -NoClobber } | Should -Throw -ErrorId 'FileUnwritable,*'
        [IO.File]::ReadAllText("$here/$file") | Should -BeExactly 'old'
    }
    It 'needs a folder that is there' {
        { $items | & $info -Path "./none/$file" } | Should -Throw '*There is no folder*' -ErrorId 'FileUnwritable,*'
    }
    It 'is refused in another provider, with the name of it' {
        { $items | & $info -Path "Variable:/$file" } |
            Should -Throw '*in the provider Variable*' -ErrorId 'FileUnreadable,*'
    }
}
