namespace FastApiStyle.Testing.Schemas;

/// <summary>Choices.</summary>
internal static class RandomExtensions
{
    public static T Pick<T>(this Random random, IReadOnlyList<T> choice) => choice[random.Next(choice.Count)];

    /// <summary>How many: often as few or as many as allowed, for it is there that services err.</summary>
    /// <param name="usual">How many more than the fewest there are at most, where it is no bound.</param>
    public static int Count(this Random random, int least, int most, int usual) => random.Next(5) switch
    {
        0 => least,
        1 => most,
        2 => Math.Min(least + 1, most),
        _ => random.Next(least, Math.Min(most, least + usual) + 1),
    };
}
