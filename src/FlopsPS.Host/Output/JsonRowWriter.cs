using System;
using System.Buffers;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FlopsPS.Host.Output;

/// <summary>
/// One JSON array, one element a line. It is closed also after an error or Ctrl+C, so that what was printed parses.
/// </summary>
internal sealed class JsonRowWriter : IRowWriter
{
    // An object may contain itself; past this depth values are texts.
    private const int DepthLimit = 32;

    // Relaxed: the output is no web page, and a file name should stay readable.
    private static readonly JsonWriterOptions s_options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StandardOutput _output;
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;
    private string _separator = "[";

    internal JsonRowWriter(StandardOutput output)
    {
        _output = output;
        _json = new Utf8JsonWriter(_buffer, s_options);
    }

    public void Write(PSObject? item, Action<string> warn)
    {
        if (item is null || Columns.Of(item) is not { } columns)
        {
            WriteValue(Columns.Unwrap(item));
        }
        else
        {
            WriteObject(columns);
        }

        _json.Flush();
        _output.Write(_separator + Environment.NewLine + Encoding.UTF8.GetString(_buffer.WrittenSpan));
        _separator = ",";
        _json.Reset();
        _buffer.ResetWrittenCount();
    }

    public void Dispose()
    {
        _json.Dispose();
        _output.WriteLine(_separator is "[" ? "[]" : Environment.NewLine + "]");
    }

    private void WriteObject(IEnumerable<Column> columns)
    {
        _json.WriteStartObject();
        foreach (Column column in columns)
        {
            _json.WritePropertyName(column.Name);
            WriteValue(column.Value);
        }

        _json.WriteEndObject();
    }

    private void WriteValue(object? value)
    {
        switch (value)
        {
            case null:
                _json.WriteNullValue();
                break;
            case bool truth:
                _json.WriteBooleanValue(truth);
                break;
            case sbyte or byte or short or ushort or int or uint or long when value is not Enum:
                _json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                _json.WriteNumberValue(number);
                break;
            case decimal number:
                _json.WriteNumberValue(number);
                break;
            case BigInteger number:
                _json.WriteRawValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            case float number when float.IsFinite(number):
                _json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                _json.WriteNumberValue(number);
                break;
            case IDictionary or PSObject when _json.CurrentDepth < DepthLimit:
                WriteObject(Columns.Of(value)!);
                break;
            case IEnumerable list when value is not string && _json.CurrentDepth < DepthLimit:
                WriteList(list);
                break;
            default:
                _json.WriteStringValue(InvariantText.Of(value));
                break;
        }
    }

    private void WriteList(IEnumerable list)
    {
        _json.WriteStartArray();
        foreach (object? item in list)
        {
            WriteValue(Columns.Unwrap(item));
        }

        _json.WriteEndArray();
    }
}
