namespace FastApiStyle.Benchmarks.Harness;

/// <summary>Programs of Debian that a run needs. Root gets them by itself.</summary>
internal static class Debian
{
    public static bool IsRoot => Environment.UserName == "root";

    /// <exception cref="Failure">It is missing, and could not be installed.</exception>
    public static async Task NeedAsync(string program, string package, CancellationToken cancellation)
    {
        if (!Command.Exists(program) && !await InstallAsync(package, cancellation))
        {
            throw new Failure($"{program} is missing: apt-get install {package}");
        }
    }

    public static async Task<bool> InstallAsync(string package, CancellationToken cancellation)
    {
        if (!IsRoot || !Command.Exists("apt-get"))
        {
            return false;
        }
        try
        {
            await Command.RunAsync("/", cancellation, "apt-get", "update");
            await Command.RunAsync("/", cancellation, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "--no-install-recommends", package);
            return true;
        }
        catch (Failure)
        {
            return false;
        }
    }
}
