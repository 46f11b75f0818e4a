using FastApiStyle.Benchmarks.Harness;

namespace FastApiStyle.Benchmarks.Comparison;

/// <summary>FastAPI as Debian 13 has it, on uvicorn with uvloop and httptools, in a folder that it takes for the whole system.</summary>
internal static class FastApi
{
    /// <returns>How one of its applications is started, or null where it cannot be had, which a sentence says.</returns>
    public static async Task<Func<string, Launch>?> FindAsync(CancellationToken cancellation)
    {
        try
        {
            if (!Debian.IsRoot)
            {
                throw new Failure("only root may chroot");
            }
            var root = Environment.GetEnvironmentVariable("FASTAPI_ROOT") is { Length: > 0 } given ? Path.GetFullPath(given) : await MakeAsync(cancellation);
            Folders.Copy(Folders.Source("peers/fastapi"), Path.Combine(root, "bench"));
            var versions = await Command.RunAsync("/", cancellation, "chroot", root, "python3", "-c",
                "import fastapi, uvicorn, uvloop, httptools, pydantic; print('FastAPI', fastapi.__version__, '/ uvicorn', uvicorn.__version__, '/ uvloop', uvloop.__version__, '/ Pydantic', pydantic.VERSION)");
            Console.WriteLine(versions.Trim());
            Console.WriteLine();
            return app => new(
                "/",
                port => ["chroot", root, "python3", "-m", "uvicorn", app, "--app-dir", "/bench", "--host", "127.0.0.1", "--port", $"{port}",
                    "--no-access-log", "--log-level", "warning", "--loop", "uvloop", "--http", "httptools"],
                new Dictionary<string, string>());
        }
        catch (Failure failure)
        {
            Console.WriteLine($"FastAPI is left out: {failure.Message}");
            Console.WriteLine();
            return null;
        }
    }

    private static async Task<string> MakeAsync(CancellationToken cancellation)
    {
        var root = Path.Combine(Folders.Published, "debian13");
        if (Directory.Exists(root))
        {
            return root;
        }
        await Debian.NeedAsync("debootstrap", "debootstrap", cancellation);
        Console.Error.WriteLine("making a Debian 13 with FastAPI, once");
        // Of another name until it is whole.
        var part = Folders.Fresh($"{root}.part");
        await Command.RunAsync("/", cancellation, Command.Find("debootstrap")!, "--variant=minbase",
            "--include=python3-fastapi,python3-uvicorn,python3-uvloop,python3-httptools", "trixie", part, await MirrorAsync(cancellation));
        Directory.Move(part, root);
        return root;
    }

    /// <summary>The one that this machine's own packages come from.</summary>
    private static async Task<string> MirrorAsync(CancellationToken cancellation)
    {
        var sites = await Command.RunAsync("/", cancellation, "apt-get", "indextargets", "--format", "$(LABEL) $(REPO_URI)", "Created-By: Packages", "Label: Debian");
        return sites.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 2)[1]).FirstOrDefault()
            ?? throw new Failure("apt knows no mirror of Debian");
    }
}
