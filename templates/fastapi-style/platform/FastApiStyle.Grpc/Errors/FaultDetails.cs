using System.Text;
using System.Text.Json;
using FastApiStyle.Errors;
using Google.Rpc;

namespace FastApiStyle.Grpc.Errors;

/// <summary>Faults as a <c>google.rpc.BadRequest</c> names them: by the fields of the message.</summary>
internal static class FaultDetails
{
    // It travels in a trailer, base64-encoded, and clients take 8 KiB of these in all.
    private const int Room = 4096;
    private const int Longest = 256;

    public static BadRequest Of(IReadOnlyList<Fault> faults)
    {
        var invalid = new BadRequest();
        foreach (var fault in faults.Take(Fault.Maximum))
        {
            invalid.FieldViolations.Add(new BadRequest.Types.FieldViolation
            {
                Field = Cut(FieldOf(fault.Loc)),
                Description = Cut(fault.Msg),
                Reason = fault.Type.ToUpperInvariant(),
            });
            if (invalid.CalculateSize() > Room)
            {
                invalid.FieldViolations.RemoveAt(invalid.FieldViolations.Count - 1);
                break;
            }
        }
        return invalid;
    }

    public static string CountOf(IReadOnlyList<Fault> faults, BadRequest invalid) => invalid.FieldViolations.Count == faults.Count
        ? ProblemWriter.CountOf(faults)
        : $"More than {invalid.FieldViolations.Count} errors in the request; the first {invalid.FieldViolations.Count} are listed.";

    /// <summary>Such as <c>item.tags[2]</c>. Of a message all is the body; what a dependency has read stands in the metadata of the call.</summary>
    private static string FieldOf(IReadOnlyList<object> loc)
    {
        var path = new StringBuilder(loc[0] is "header" or "cookie" ? "metadata" : "");
        foreach (var part in loc.Skip(1))
        {
            _ = part is int index ? path.Append('[').Append(index).Append(']')
                : path.Append(path.Length == 0 ? "" : ".").Append(loc[0] is "header" ? $"{part}".ToLowerInvariant() : NameOf($"{part}"));
        }
        return path.ToString();
    }

    /// <summary>What a handler calls by a name of the code or of JSON is a field, too.</summary>
    private static string NameOf(string part) => part.All(char.IsAsciiLetterOrDigit) ? JsonNamingPolicy.SnakeCaseLower.ConvertName(part) : part;

    private static string Cut(string text) => text.Length > Longest ? $"{text[..(Longest - 1)]}…" : text;
}
