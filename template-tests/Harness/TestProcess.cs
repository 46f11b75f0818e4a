using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;

namespace FastApiStyle.TemplateTests.Harness;

/// <summary>The process of the tests, as <see cref="CommandEnvironment"/> has the commands that they start.</summary>
internal static class TestProcess
{
    [ModuleInitializer]
    internal static void DependsOnNobodysSettings()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        HttpClient.DefaultProxy = new WebProxy();
    }
}
