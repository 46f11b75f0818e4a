namespace FastApiStyle.TemplateTests.Harness;

/// <summary>The folder that the tests write to. It goes when they end, unless KEEP_SCAFFOLDS is set.</summary>
public static class Workspace
{
    private static int count;

    public static string Root { get; } = Directory.CreateTempSubdirectory("fastapi-style-").FullName;

    public static string NewFolder(string hint = "")
    {
        var number = Interlocked.Increment(ref count);
        return Directory.CreateDirectory(Path.Combine(Root, $"{number}{hint}")).FullName;
    }

    public static void Delete()
    {
        if (Environment.GetEnvironmentVariable("KEEP_SCAFFOLDS") is { Length: > 0 })
        {
            return;
        }

        for (var tries = 0; tries < 3; tries++)
        {
            try
            {
                Directory.Delete(Root, recursive: true);
                return;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(500);
            }
        }
    }
}
