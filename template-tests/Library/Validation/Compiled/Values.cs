using System.Collections.ObjectModel;

namespace FastApiStyle.TemplateTests.Library.Validation.Compiled;

/// <summary>Values near the bounds of rules, the same in each run.</summary>
internal static class Values
{
    public const int Count = 2000;

    private static readonly string[] Pieces =
    [
        "a", "B", "7", "-", "_", ".", "..", "@", " ", "\t", "\n", "\0", "\u0085", "\u00A0", "\u2003", "\uFEFF", "é", "한", "\U0001F600", "\uD83D", "\uDE00",
        "\"", "(", "[", "]", "a@b.cd", "x.y", "4111 1111 1111 1111", "Draft", "draft",
    ];

    public enum Level
    {
        Low = 1,
        High = 3,
    }

    [Flags]
    public enum Marks
    {
        None = 0,
        One = 1,
        Four = 4,
    }

    public static string? Text(Random random) =>
        random.Next(12) == 0 ? null : string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    public static int Number(Random random) => random.Next(10) switch
    {
        0 => int.MaxValue,
        1 => int.MinValue,
        _ => random.Next(-3, 13),
    };

    public static double Real(Random random) => random.Next(10) switch
    {
        0 => double.NaN,
        1 => double.NegativeInfinity,
        _ => random.Next(-6, 24) / 2.0,
    };

    public static decimal Exact(Random random) => random.Next(8) switch
    {
        0 => decimal.MaxValue,
        1 => new decimal(random.Next(), random.Next(), random.Next(), random.Next(2) == 0, (byte)random.Next(29)),
        2 => new decimal(0, 0, 0, false, (byte)random.Next(29)),
        _ => new decimal(random.Next(3) == 0 ? random.Next(100) * 100 : random.Next(1_000_000), 0, 0, random.Next(2) == 0, (byte)random.Next(7)),
    };

    public static Level AnyLevel(Random random) => (Level)random.Next(-1, 6);

    public static Marks AnyMarks(Random random) => (Marks)random.Next(-1, 9);

    public static DateOnly Day(Random random) => new(2026, 1, random.Next(1, 28));

    public static T? OrNull<T>(Func<Random, T> value, Random random) where T : struct => random.Next(5) == 0 ? null : value(random);

    public static IReadOnlyList<T>? List<T>(Func<Random, T> item, Random random)
    {
        T[] items = [.. Enumerable.Range(0, random.Next(4) == 0 ? random.Next(15, 20) : random.Next(5)).Select(_ => item(random))];
        return random.Next(5) switch
        {
            0 => null,
            1 => items,
            2 => new ReadOnlyCollection<T>(items),
            _ => items.ToList(),
        };
    }
}
