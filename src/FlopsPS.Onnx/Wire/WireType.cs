namespace FlopsPS.Onnx.Wire;

/// <summary>How the value of a protobuf field lies in the file.</summary>
internal enum WireType
{
    Varint = 0,
    Fixed64 = 1,
    Length = 2,
    Fixed32 = 5,
}
