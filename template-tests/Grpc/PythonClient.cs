using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Grpc;

/// <summary>A client in Python, which Debian's compiler and its plugin make of the files of a service.</summary>
internal static class PythonClient
{
    private const string Python = "/usr/bin/python3";
    private const string Plugin = "/usr/bin/grpc_python_plugin";

    private static readonly Lazy<bool> IsThere = new(() =>
        (File.Exists(Plugin) || Debian.Install("protobuf-compiler-grpc"))
        && (Imports() || (Debian.Install("python3-grpcio") && Imports())));

    /// <summary>Makes it of each .proto of the service, beside those of Google that every client has.</summary>
    public static async Task<string> Generate(Scaffold scaffold)
    {
        Assert.True(IsThere.Value, "There is no gRPC for Python: install it (on Debian: apt-get install protobuf-compiler-grpc python3-grpcio).");
        var folder = Workspace.NewFolder("-python");
        var features = Path.Combine(scaffold.ServiceProject, "Features");
        var google = await ProtosOfGoogle(scaffold);
        string[] files = [.. Directory.GetFiles(features, "*.proto", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        (await Shell.Run("protoc", folder, ["-I", features, "--python_out=.", "--grpc_out=.", $"--plugin=protoc-gen-grpc={Plugin}", .. files])).MustSucceed();
        (await Shell.Run("protoc", folder, ["-I", google, "--python_out=.", "google/rpc/status.proto", "google/rpc/error_details.proto"])).MustSucceed();
        File.Copy(Path.Combine(Repository.Root, "template-tests", "Grpc", "Python", "journey.py"), Path.Combine(folder, "journey.py"));
        return folder;
    }

    public static async Task<CommandResult> Travel(string folder, Uri http, int port) =>
        await Shell.Run(Python, folder, ["journey.py", $"{http}".TrimEnd('/'), $"127.0.0.1:{port}"], new Dictionary<string, string>
        {
            ["PYTHONDONTWRITEBYTECODE"] = "1",
        });

    private static async Task<string> ProtosOfGoogle(Scaffold scaffold)
    {
        var known = await Shell.Dotnet(scaffold.Folder, "nuget", "locals", "global-packages", "--list");
        var packages = known.MustSucceed().Output.Split(": ", 2)[1].Trim();
        var package = Path.Combine(packages, "google.api.commonprotos");
        return Path.Combine(Directory.GetDirectories(package).Order(StringComparer.Ordinal).Last(), "content", "protos");
    }

    private static bool Imports() => File.Exists(Python)
        && Task.Run(() => Shell.Run(Python, Path.GetTempPath(), ["-c", "import grpc, google.protobuf"])).Result.ExitCode == 0;
}
