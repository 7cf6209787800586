using Superpower.Display;

namespace FlopsPS.Yaml.Expressions;

/// <summary>What the text of an expression is made of.</summary>
internal enum ExpressionToken
{
    [Token(Category = "number")]
    Number,

    [Token(Category = "name")]
    Name,

    [Token(Category = "word")]
    Word,

    [Token(Category = "operator")]
    Sign,

    [Token(Example = "(")]
    Open,

    [Token(Example = ")")]
    Close,

    [Token(Example = ",")]
    Comma,

    [Token(Example = ".")]
    Dot,

    [Token(Category = "keyword")]
    Keyword,
}
