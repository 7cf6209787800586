# For scripts that users run: build.ps1 and the examples. They hold in PowerShell 7 and in Windows PowerShell 5.1.
@{
    Rules = @{
        PSUseCompatibleSyntax            = @{
            Enable         = $true
            TargetVersions = '5.1', '7.0'
        }
        # Of the commands that PowerShell has, those that Windows PowerShell does not have.
        PSUseCompatibleCmdlets           = @{
            compatibility = @('desktop-5.1.14393.206-windows')
            reference     = 'core-6.1.0-windows'
        }
        # What stands behind its name are arguments of dotnet.
        PSAvoidUsingPositionalParameters = @{
            Enable           = $true
            CommandAllowList = 'Invoke-DotNet'
        }
    }
}
