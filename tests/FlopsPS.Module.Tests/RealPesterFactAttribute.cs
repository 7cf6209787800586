namespace FlopsPS.Module.Tests;

/// <summary>A fact that needs a PowerShell with Pester 5, and is skipped with the reason where there is none.</summary>
internal sealed class RealPesterFactAttribute : FactAttribute
{
    public RealPesterFactAttribute()
    {
        Skip = RealPester.Obstacle;
    }
}
