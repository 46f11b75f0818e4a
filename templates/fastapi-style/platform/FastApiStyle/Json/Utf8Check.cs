using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace FastApiStyle.Json;

/// <summary>Looks at the bytes of a whole value: the serializer does not decode a member that nobody knows.</summary>
internal static class Utf8Check
{
    /// <param name="start">A reader at the first token of the value.</param>
    /// <param name="end">The reader behind the value.</param>
    public static bool IsValid(Utf8JsonReader start, in Utf8JsonReader end)
    {
        if (start.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && IsOnePiece(start.Position, end.Position))
        {
            var length = (int)(end.BytesConsumed - start.TokenStartIndex);
            return Utf8.IsValid(MemoryMarshal.CreateReadOnlySpan(in MemoryMarshal.GetReference(start.ValueSpan), length));
        }
        do
        {
            if (start.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
                && !Utf8.IsValid(start.HasValueSequence ? start.ValueSequence.ToArray() : start.ValueSpan))
            {
                return false;
            }
        }
        while (start.BytesConsumed < end.BytesConsumed && start.Read());
        return true;
    }

    // Both behind the first token: at 0, that token is the last of the piece before.
    private static bool IsOnePiece(SequencePosition start, SequencePosition end) =>
        ReferenceEquals(start.GetObject(), end.GetObject()) && (start.GetObject() is null || start.GetInteger() > 0);
}
