namespace FlopsPS.Yaml.Manifests;

/// <summary>What a fact of a stated operation may be.</summary>
internal enum FactType
{
    /// <summary>A whole number, not negative.</summary>
    Whole,

    /// <summary>true or false.</summary>
    Truth,

    /// <summary>One of a few words.</summary>
    Word,

    /// <summary>A text that stands for itself.</summary>
    Text,

    /// <summary>The sizes of a tensor.</summary>
    Shape,
}
