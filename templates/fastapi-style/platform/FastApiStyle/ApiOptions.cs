using System.Reflection;
using System.Text.Json;

namespace FastApiStyle;

/// <summary>
/// What a service decides about its contract. It stands in code and not in the settings: who operates a service must not
/// change what its clients were generated from.
/// </summary>
public sealed class ApiOptions
{
    internal ApiOptions(Assembly service)
    {
        Service = service;
        Title = service.GetCustomAttribute<AssemblyTitleAttribute>()?.Title ?? service.GetName().Name!;
        Description = service.GetCustomAttribute<AssemblyDescriptionAttribute>()?.Description;
        // Behind the plus stands the commit.
        Version = service.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
            ?? service.GetName().Version!.ToString(3);
        Types = service.GetTypes();
    }

    /// <summary>The title of the document and of its pages; by default the title of the assembly, which is its name unless <c>AssemblyTitle</c> says another.</summary>
    public string Title { get; set; }

    /// <summary>What the service is for, in Markdown, at the top of the document; by default the description of the assembly (<c>Description</c> in its project file).</summary>
    public string? Description { get; set; }

    /// <summary>The version of the document; by default that of the assembly (<c>Version</c> in its project file).</summary>
    public string Version { get; set; }

    /// <summary>What the bodies of error answers look like; by default <see cref="ErrorFormat.Problem"/>.</summary>
    public ErrorFormat Errors { get; set; }

    /// <summary>How the names of members, of parameters and of the values of enums are written, in requests, answers and the document; by default <see cref="JsonNamingPolicy.CamelCase"/>.</summary>
    public JsonNamingPolicy Naming { get; set; } = JsonNamingPolicy.CamelCase;

    /// <summary>
    /// What operations are called in the document, and the functions of generated clients; by default <see cref="FastApiStyle.OperationIds.Handler"/>.
    /// Two operations of one name stop the start.
    /// </summary>
    public Func<ApiOperation, string> OperationIds { get; set; } = FastApiStyle.OperationIds.Handler;

    /// <summary>What schemas are called in the document, and the types of generated clients; by default <see cref="FastApiStyle.SchemaNames.TypeName"/>.</summary>
    public Func<Type, string> SchemaNames { get; set; } = FastApiStyle.SchemaNames.TypeName;

    internal Assembly Service { get; }

    /// <summary>Where features and validators are looked for.</summary>
    internal IEnumerable<Type> Types { get; set; }
}
