using System;
using System.Globalization;
using System.Linq;
using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using Superpower.Tokenizers;

namespace FlopsPS.Yaml.Expressions;

/// <summary>Reads an expression in Python's spelling.</summary>
internal static class ExpressionParser
{
    // Far above what a manifest needs, and low enough that no text can exhaust the stack.
    private const int MaximumTokens = 256;
    private const int MaximumParentheses = 32;

    private static readonly string[] s_keywords = ["and", "or", "not", "if", "else"];

    private static readonly Tokenizer<ExpressionToken> s_tokenizer = new TokenizerBuilder<ExpressionToken>()
        .Ignore(Span.WhiteSpace)
        .Match(Span.Regex(Numeral.Pattern), ExpressionToken.Number, requireDelimiters: true)
        .Match(Keyword(), ExpressionToken.Keyword, requireDelimiters: true)
        .Match(Identifier.CStyle, ExpressionToken.Name, requireDelimiters: true)
        .Match(Span.Regex("(?:'[^']*'|\"[^\"]*\")"), ExpressionToken.Word)
        .Match(Sign("**", "//", "==", "!=", "<=", ">=", "+", "-", "*", "/", "%", "<", ">"), ExpressionToken.Sign)
        .Match(Character.EqualTo('('), ExpressionToken.Open)
        .Match(Character.EqualTo(')'), ExpressionToken.Close)
        .Match(Character.EqualTo(','), ExpressionToken.Comma)
        .Match(Character.EqualTo('.'), ExpressionToken.Dot)
        .Build();

    private static readonly TokenListParser<ExpressionToken, Expression> s_expression = Grammar();

    /// <summary>The expression.</summary>
    /// <exception cref="ExpressionException">The text is none; the offset says where.</exception>
    public static Expression Parse(string text)
    {
        // Most values are a number and nothing else.
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            return new Literal(number);
        }

        Result<TokenList<ExpressionToken>> tokens = s_tokenizer.TryTokenize(text);
        if (!tokens.HasValue)
        {
            throw Error(text, tokens.ErrorPosition, tokens.FormatErrorMessageFragment());
        }

        CheckLimits(tokens.Value);
        TokenListParserResult<ExpressionToken, Expression> result = s_expression.AtEnd().TryParse(tokens.Value);
        return result.HasValue
            ? result.Value
            : throw Error(text, result.ErrorPosition, result.FormatErrorMessageFragment());
    }

    private static ExpressionException Error(string text, Position position, string reason)
    {
        bool isCut = text.Count(letter => letter == '(') > text.Count(letter => letter == ')');
        string hint = isCut ? "; inside {} and [] a comma ends a value, so put quotes around it" : string.Empty;
        return new($"'{text}' is not an expression: {reason}{hint}", position.HasValue ? position.Absolute : 0);
    }

    private static void CheckLimits(TokenList<ExpressionToken> tokens)
    {
        int count = 0;
        int parentheses = 0;
        foreach (Token<ExpressionToken> token in tokens)
        {
            count++;
            parentheses += token.Kind == ExpressionToken.Open ? 1 : 0;
        }

        if (count > MaximumTokens || parentheses > MaximumParentheses)
        {
            throw new ExpressionException(
                $"the expression is too long: at most {MaximumTokens} symbols and {MaximumParentheses} parentheses");
        }
    }

    private static TextParser<TextSpan> Keyword() => s_keywords
        .Select(Span.EqualTo)
        .Aggregate((a, b) => a.Try().Or(b));

    private static TextParser<TextSpan> Sign(params string[] signs) => signs
        .Select(Span.EqualTo)
        .Aggregate((a, b) => a.Try().Or(b));

    private static TokenListParser<ExpressionToken, Expression> Grammar()
    {
        TokenListParser<ExpressionToken, Expression>? whole = null;
        TokenListParser<ExpressionToken, Expression>? negation = null;
        TokenListParser<ExpressionToken, Expression>? inversion = null;
        TokenListParser<ExpressionToken, Expression> inner = Superpower.Parse.Ref(() => whole!);

        TokenListParser<ExpressionToken, Expression> number =
            Token.EqualTo(ExpressionToken.Number).Select(token => At(token, () => Numeral.Read(token.ToStringValue())));
        TokenListParser<ExpressionToken, Expression> word = Token.EqualTo(ExpressionToken.Word)
            .Select(token => (Expression)new Literal(token.ToStringValue().Substring(1, token.Span.Length - 2)));
        TokenListParser<ExpressionToken, Expression> parenthesis =
            from open in Token.EqualTo(ExpressionToken.Open)
            from content in inner
            from close in Token.EqualTo(ExpressionToken.Close)
            select content;
        TokenListParser<ExpressionToken, Expression[]> arguments =
            from open in Token.EqualTo(ExpressionToken.Open)
            from content in inner.ManyDelimitedBy(Token.EqualTo(ExpressionToken.Comma))
            from close in Token.EqualTo(ExpressionToken.Close)
            select content;
        TokenListParser<ExpressionToken, string> axis =
            from dot in Token.EqualTo(ExpressionToken.Dot)
            from member in Token.EqualTo(ExpressionToken.Name)
            select member.ToStringValue();
        TokenListParser<ExpressionToken, Expression> name =
            from head in Token.EqualTo(ExpressionToken.Name)
            from call in arguments.AsNullable().OptionalOrDefault()
            from member in axis.AsNullable().OptionalOrDefault()
            select At(head, () => Named(head, call, member));

        TokenListParser<ExpressionToken, Expression> atom = number.Or(word).Or(parenthesis).Or(name);
        TokenListParser<ExpressionToken, Expression> power =
            from value in atom
            from exponent in Sign(ExpressionToken.Sign, "**").IgnoreThen(Superpower.Parse.Ref(() => negation!))
                .AsNullable().OptionalOrDefault()
            select exponent is null ? value : Operators.Join("**", value, exponent);
        TokenListParser<ExpressionToken, Expression> signed =
            from sign in Sign(ExpressionToken.Sign, "-", "+")
            from operand in Superpower.Parse.Ref(() => negation!)
            select Operators.Signed(sign.ToStringValue(), operand);
        negation = signed.Or(power);
        TokenListParser<ExpressionToken, Expression> product =
            Chain(negation, ExpressionToken.Sign, "*", "//", "/", "%");
        TokenListParser<ExpressionToken, Expression> sum = Chain(product, ExpressionToken.Sign, "+", "-");
        TokenListParser<ExpressionToken, (string Sign, Expression Right)> compared =
            from sign in Sign(ExpressionToken.Sign, "==", "!=", "<=", ">=", "<", ">")
            from right in sum
            select (sign.ToStringValue(), right);
        TokenListParser<ExpressionToken, Expression> comparison =
            from left in sum
            from others in compared.Many()
            select Operators.Compare(left, others);
        inversion = Sign(ExpressionToken.Keyword, "not").IgnoreThen(Superpower.Parse.Ref(() => inversion!))
            .Select(Operators.Not).Or(comparison);
        TokenListParser<ExpressionToken, Expression> conjunction = Chain(inversion, ExpressionToken.Keyword, "and");
        TokenListParser<ExpressionToken, Expression> disjunction = Chain(conjunction, ExpressionToken.Keyword, "or");
        TokenListParser<ExpressionToken, (Expression Condition, Expression Otherwise)?> choice =
            from keyword in Sign(ExpressionToken.Keyword, "if")
            from condition in disjunction
            from otherwise in Sign(ExpressionToken.Keyword, "else").IgnoreThen(inner)
            select ((Expression, Expression)?)(condition, otherwise);
        whole =
            from value in disjunction
            from alternative in choice.OptionalOrDefault()
            select alternative is { } other ? new Conditional(value, other.Condition, other.Otherwise) : value;
        return whole;
    }

    private static TokenListParser<ExpressionToken, Token<ExpressionToken>> Sign(
        ExpressionToken kind, params string[] texts)
    {
        return texts
            .Select(text => Token.EqualToValue(kind, text))
            .Aggregate((a, b) => a.Or(b));
    }

    private static TokenListParser<ExpressionToken, Expression> Chain(
        TokenListParser<ExpressionToken, Expression> operand, ExpressionToken kind, params string[] signs)
    {
        return Superpower.Parse.Chain(
            Sign(kind, signs), operand, (sign, left, right) => Operators.Join(sign.ToStringValue(), left, right));
    }

    // What a token means is found out while it is at hand: only then is the place of the mistake known.
    private static Expression At(Token<ExpressionToken> token, Func<Expression> read)
    {
        try
        {
            return read();
        }
        catch (ExpressionException error)
        {
            throw new ExpressionException(error.Message, token.Position.Absolute);
        }
    }

    private static Expression Named(Token<ExpressionToken> head, Expression[]? arguments, string? axis)
    {
        string name = head.ToStringValue();
        int offset = head.Position.Absolute;
        if (arguments is not null)
        {
            return new Call(Function.Get(name, arguments.Length), arguments);
        }

        if (axis is not null)
        {
            return name == "in"
                ? new InputSize(axis, offset)
                : throw new ExpressionException(
                    $"'{name}.{axis}' has no meaning; only 'in' has sizes, as in in.channels");
        }

        return name switch
        {
            "true" or "True" => new Literal(true),
            "false" or "False" => new Literal(false),
            _ => new Name(name, offset),
        };
    }
}
