namespace FlopsPS.Core.Tests.Conventions;

/// <summary>A row of a golden table, and the layers that it is about: text as LayerText reads it, joined by |.</summary>
internal sealed record GoldenUnit(string Name, string Layers, string Inputs);
