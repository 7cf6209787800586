using System;
using System.Linq;
using System.Threading;
using FlopsPS.Networks;
using FlopsPS.Yaml.Writing;

namespace FlopsPS.Yaml;

/// <summary>Writes networks as manifests. Part of the module's bridge: its signatures name no third-party type.
/// </summary>
public static class ManifestWriter
{
    /// <summary>The text of a manifest that measures the same as a network, whatever that was read from.</summary>
    /// <remarks>It is read again and compared, so that what comes out is right or an error.</remarks>
    /// <param name="network">The network.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>YAML with \n between lines and at the end.</returns>
    /// <exception cref="NetworkException">A manifest cannot say the same; the error names the layer.</exception>
    public static string Write(Network network, CancellationToken cancellation = default)
    {
        try
        {
            return Write(network, hasStructures: true, cancellation);
        }
        catch (NetworkException)
        {
            // Residuals within residuals may be nested deeper than a manifest may be; without them the list is flat.
            return Write(network, hasStructures: false, cancellation);
        }
    }

    private static string Write(Network network, bool hasStructures, CancellationToken cancellation)
    {
        try
        {
            string text = NetworkText.Of(network, hasStructures);
            Readback.Check(network, Read(text, network.Name, cancellation));
            return text;
        }
        catch (OverflowException overflow)
        {
            throw new NetworkException(
                ErrorCode.CountOverflow, $"the count of '{network.Name}' does not fit into 64 bits", overflow);
        }
    }

    // What the reader refuses stands in a text that nobody has seen, so that its place says nothing.
    private static Network Read(string text, string name, CancellationToken cancellation)
    {
        try
        {
            NetworkTemplate template = ManifestReader.Read(text, file: null, name).Single();
            return template.Build(NetworkRequest.None, cancellation);
        }
        catch (NetworkException error)
        {
            throw new NetworkException(
                error.Code, $"a manifest cannot say what '{name}' is: {error.Reason}", error).At(error.Layer);
        }
    }
}
