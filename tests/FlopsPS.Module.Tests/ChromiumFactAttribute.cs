namespace FlopsPS.Module.Tests;

/// <summary>A fact that needs Chromium, and is skipped with the reason where there is none.</summary>
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        Skip = Chromium.Obstacle;
    }
}
