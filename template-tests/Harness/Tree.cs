namespace FastApiStyle.TemplateTests.Harness;

public static class Tree
{
    private static readonly string[] Built = ["bin", "obj", "artifacts", "TestResults", ".vs", ".idea", ".vscode"];

    /// <summary>Copies the files below a folder, without what builds and editors leave.</summary>
    public static void Copy(string source, string target)
    {
        foreach (var file in FilesBelow(source))
        {
            var copy = Path.Combine(target, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(source, file), copy);
        }
    }

    /// <summary>The files below a folder, without what builds and editors leave, as paths with / in ordinal order.</summary>
    public static IReadOnlyList<string> FilesBelow(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Intersect(Built).Any())
            .Order(StringComparer.Ordinal)];
}
