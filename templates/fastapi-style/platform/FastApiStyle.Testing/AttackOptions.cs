using System.Text.Json;
using FastApiStyle.Testing.Attacks;

namespace FastApiStyle.Testing;

/// <summary>What <see cref="Contract"/> cannot know of a service by its document alone.</summary>
/// <example>
/// <code>
/// await Contract.AttackAsync(client, attack => attack
///     .Give("slug", "how-to-train-your-dragon")
///     .Give("approveOrder.Authorization", $"Bearer {tokenOfManager}")
///     .Skip("chargeCard", "it asks the bank"));
/// </code>
/// </example>
public sealed class AttackOptions
{
    private readonly List<Gift> gifts = [];
    private readonly Dictionary<string, string> skipped = [];

    internal AttackOptions()
    {
    }

    internal IReadOnlyList<Gift> Gifts => gifts;

    internal IReadOnlyDictionary<string, string> Skipped => skipped;

    internal Func<JsonElement, IEnumerable<string>?>? Faults { get; private set; }

    /// <summary>Gives values for what nobody can guess: an identifier that exists, the name of a user, a token.</summary>
    /// <param name="input">
    /// The name of a parameter, of a field of a form, of a member of a body, or of what says who is asking: a header, such as
    /// <c>X-Api-Key</c> or <c>Cookie</c>, or a parameter of the query. With the <c>operationId</c> and a point in front, those of this
    /// operation alone: <c>readArticle.slug</c>.
    /// </param>
    /// <param name="values">One or several; those that do not fit the schema of an input are not sent there.</param>
    public AttackOptions Give(string input, params object[] values)
    {
        gifts.Add(new(input, [.. values.Select(value => JsonSerializer.SerializeToNode(value))]));
        return this;
    }

    /// <summary>Leaves an operation out. The report says so, and why.</summary>
    /// <param name="operation">Its <c>operationId</c>.</param>
    /// <param name="reason">Why it cannot be called, or cannot succeed, in a test.</param>
    public AttackOptions Skip(string operation, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        skipped[operation] = reason;
        return this;
    }

    /// <summary>Reads errors in another format than the two of the library.</summary>
    /// <param name="read">
    /// From the body of a 422, the place of each fault: <c>body.article.title</c>. Null where this format does not say it.
    /// </param>
    public AttackOptions ReadFaults(Func<JsonElement, IEnumerable<string>?> read)
    {
        Faults = read;
        return this;
    }
}
