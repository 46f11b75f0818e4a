using System.Text.Json.Nodes;
using FastApiStyle.Testing.Documents;

namespace FastApiStyle.Testing.Attacks;

/// <summary>Requests that the document allows.</summary>
internal sealed class ValidCalls(Operation operation, InputValues values, Random random)
{
    /// <summary>The usual ones, the edges, and then others without end.</summary>
    public IEnumerable<Call> All()
    {
        var first = values.Plain();
        yield return new(operation, "valid", first);
        yield return new(operation, "valid, once more", first);
        yield return new(operation, "valid, with nothing that may be left out", values.Least()) { IsReadable = false };
        yield return new(operation, "valid, with an unknown query parameter", [.. first, (new("query", "x-unknown", false, true), new JsonArray(1, 2))]);
        if (operation.ContentType is not null && !operation.BodyRequired)
        {
            yield return new(operation, "valid, without a body", [.. first.Where(each => each.Input.Source != "body")]) { RawBody = (null, []) };
        }
        while (true)
        {
            yield return new(operation, "valid", values.Some()) { IsReadable = random.Next(2) == 0 };
        }
    }
}
