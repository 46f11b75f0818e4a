namespace FastApiStyle.Benchmarks.Harness;

/// <summary>How a server is started.</summary>
/// <param name="Folder">Where it runs.</param>
/// <param name="Command">The program and its arguments, for a port.</param>
/// <param name="Environment">Its settings; of the user's own none reaches it.</param>
internal sealed record Launch(string Folder, Func<int, string[]> Command, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Where it writes to; nothing by default, as reading it would cost the client time.</summary>
    public string Log { get; init; } = "/dev/null";

    /// <summary>Where the runtime lists what it compiles; <c>null</c> where it does not, as it takes time while a service starts.</summary>
    public string? Compiled { get; init; }

    /// <summary>What was published, with its log at <c>Warning</c> unless the settings say otherwise.</summary>
    public static Launch Dotnet(string folder, string dll, params (string Name, string Value)[] settings)
    {
        var environment = new Dictionary<string, string> { ["Logging__LogLevel__Default"] = "Warning" };
        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }
        return new(folder, port => ["dotnet", dll, "--urls", $"http://127.0.0.1:{port}"], environment);
    }

    /// <summary>The same, of which <see cref="Server.CompiledMethods"/> is known.</summary>
    public Launch CountingMethods()
    {
        var list = Path.Combine(Folders.Work, $"compiled-{Guid.NewGuid():N}");
        return With("DOTNET_JitStdOutFile", list).With("DOTNET_JitDisasmSummary", "1") with { Compiled = list };
    }

    public Launch With(string name, string? value)
    {
        var environment = new Dictionary<string, string>(Environment);
        environment.Remove(name);
        if (value is not null)
        {
            environment[name] = value;
        }
        return this with { Environment = environment };
    }
}
