# For scripts that test and measure: in PowerShell 7, and in the engine that has the core commands alone.
@{
    ExcludeRules = @(
        # Does not know that a test sees what BeforeAll and BeforeDiscovery have set.
        'PSUseDeclaredVarsMoreThanAssignments'
        # Does not know that functions and script blocks see the parameters of what they stand in.
        'PSReviewUnusedParameter'
        # Helpers of tests change nothing that outlives the test.
        'PSUseShouldProcessForStateChangingFunctions'
        # Helpers are called as functions are, by position.
        'PSAvoidUsingPositionalParameters'
    )
}
