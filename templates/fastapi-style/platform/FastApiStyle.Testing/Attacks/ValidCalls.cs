using System.Text.Json.Nodes;
using FastApiStyle.Testing.Documents;

namespace FastApiStyle.Testing.Attacks;

/// <summary>Requests that the document allows.</summary>
internal sealed class ValidCalls(Operation operation, InputValues values, Recollection recollection, Random random)
{
    /// <summary>The usual ones, the edges, and then others without end.</summary>
    public IEnumerable<Call> All()
    {
        var first = values.Shown();
        yield return new(operation, "valid", first);
        yield return new(operation, "valid, once more", first);
        var least = values.Least();
        yield return new(operation, "valid, with nothing that may be left out", least) { IsReadable = false };
        if (recollection.Of(least) is { } sent)
        {
            yield return new(operation, "valid, as it was sent elsewhere", sent);
        }
        yield return new(operation, "valid, with an unknown query parameter", [.. values.Plain(), (new("query", "x-unknown", false, true), new JsonArray(1, 2))]);
        if (operation.ContentType is not null && !operation.BodyRequired)
        {
            yield return new(operation, "valid, without a body", [.. first.Where(each => each.Input.Source != "body")]) { RawBody = (null, []) };
        }
        if (operation.SignIn is { Ways.Count: > 0, IsOptional: true })
        {
            yield return new(operation, "valid, without signing in", values.Plain()) { Credentials = Credentials.Missing };
        }
        while (true)
        {
            yield return new(operation, "valid", values.Some()) { IsReadable = random.Next(2) == 0 };
        }
    }
}
