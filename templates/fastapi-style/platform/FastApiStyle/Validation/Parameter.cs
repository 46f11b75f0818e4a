using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using FastApiStyle.Errors;
using FastApiStyle.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;

namespace FastApiStyle.Validation;

/// <summary>A value that the framework binds from a path, a query, a header, a cookie or a form.</summary>
/// <param name="Name">The name that it has for clients.</param>
/// <param name="Given">The name under which the framework asks for it.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Type">What it is, or a list of it.</param>
/// <param name="IsOptional">Whether it may be left out.</param>
/// <param name="IsMember">Whether it is a member of an object that is bound from a form.</param>
/// <param name="IsOfOptional">Whether that object is null where no field is sent.</param>
internal sealed record Parameter(
    string Name, string Given, ParameterSource Source, Type Type, bool IsOptional, bool IsMember = false, bool IsOfOptional = false)
{
    private static readonly MethodInfo ParsesMethod = typeof(Parameter).GetMethod(nameof(Parses), BindingFlags.NonPublic | BindingFlags.Static)!;

    public bool IsList { get; } = Type.IsArray || (IsFiles(Type) && Type != typeof(IFormFile));

    /// <summary>Of a list in a header, which a cookie is to the framework, it takes commas for the ends of items, but in quotes.</summary>
    public bool IsQuoted => Source == ParameterSource.Cookie && IsList && !ValueType.IsEnum;

    public Type ValueType { get; } = Underlying(Type.IsArray ? Type.GetElementType()! : Type);

    public static IEnumerable<Parameter> From(IParameterBindingMetadata metadata, WireNames names, StrictJson json, bool isInPath)
    {
        var attributes = metadata.ParameterInfo.GetCustomAttributes(false);
        var type = metadata.ParameterInfo.ParameterType;
        var source = isInPath ? ParameterSource.Path
            : attributes.Any(attribute => attribute is FromCookieAttribute) ? ParameterSource.Cookie
            : attributes.Any(attribute => attribute is IFromHeaderMetadata) ? ParameterSource.Header
            : IsOfForm(metadata) ? ParameterSource.Form
            : ParameterSource.Query;
        return source == ParameterSource.Form && IsObject(metadata)
            ? FieldsOf(json.TypeInfoOf(type), metadata.IsOptional)
            : [new(names.Of(metadata.Name, attributes), WireNames.Given(metadata.Name, attributes), source, Underlying(type), metadata.IsOptional)];
    }

    /// <summary>The members of an object that is bound from a form.</summary>
    public static IEnumerable<Parameter> FieldsOf(JsonTypeInfo type, bool isOptional) => type.Properties.Select(member => new Parameter(
        member.Name, member.Name, ParameterSource.Form, FieldType(Presence.Of(member).Type, type), !member.IsRequired, IsMember: true, isOptional));

    /// <summary>Whether it is a field of a form, a file or an object of fields.</summary>
    public static bool IsOfForm(IParameterBindingMetadata metadata) => IsFiles(metadata.ParameterInfo.ParameterType)
        || metadata.ParameterInfo.GetCustomAttributes(false).Any(attribute => attribute is IFromFormMetadata);

    /// <summary>What was sent as a form; something else is none.</summary>
    public static IFormCollection FormOf(HttpRequest request) => request.HasFormContentType ? request.Form : FormCollection.Empty;

    /// <summary>Whether a form has no field, which is as good as none.</summary>
    public static bool IsEmpty(IFormCollection form) => form.Count == 0 && form.Files.Count == 0;

    /// <summary>Whether an object is bound from a form, member by member.</summary>
    public static bool IsObject(IParameterBindingMetadata metadata) =>
        !metadata.HasTryParse && !metadata.HasBindAsync && metadata.ParameterInfo.ParameterType is { IsClass: true } type
        && !type.IsAssignableTo(typeof(IEnumerable))
        && metadata.ParameterInfo.GetCustomAttributes(false).Any(attribute => attribute is IFromFormMetadata);

    /// <summary>The files of one field. The framework hands over those of every field, and the document names one.</summary>
    public static FormFileCollection? FilesOf(string name, IFormFileCollection? files, bool isOptional)
    {
        var named = new FormFileCollection();
        named.AddRange(files?.GetFiles(name) ?? []);
        return named.Count == 0 && isOptional ? null : named;
    }

    /// <summary>Whether a type holds a file, or a list of some.</summary>
    public static bool IsFiles(Type type) =>
        type == typeof(IFormFile) || (type.IsAssignableTo(typeof(IEnumerable<IFormFile>)) && type.IsAssignableFrom(typeof(FormFileCollection)));

    public void FindFaults(HttpRequest request, bool refused, WireNames names, ref List<Fault>? faults)
    {
        var values = ValuesIn(request);
        if (values.Count == 0)
        {
            // Without a value, the framework takes a list for an empty one, and a member for the default of its type.
            if (!IsOptional && !(IsOfOptional && IsEmpty(FormOf(request))))
            {
                (faults ??= []).Add(TypeFaults.Missing([Source.Loc(), Name]));
            }
            return;
        }
        if (values.Count > 1 && !IsList && ValueType != typeof(StringValues))
        {
            (faults ??= []).Add(new("duplicate_parameter", [Source.Loc(), Name], "It stands more than once"));
            return;
        }
        for (var i = 0; i < values.Count; i++)
        {
            var text = values[i] ?? "";
            if (!WireFormat.Holds(ValueType, text) || (refused && !Parses(text)))
            {
                (faults ??= []).Add(TypeFaults.OfText(ValueType, text, names.Policy, IsList ? [Source.Loc(), Name, i] : [Source.Loc(), Name]));
            }
        }
    }

    /// <summary>The values of a member of an object.</summary>
    public StringValues ValuesIn(IFormCollection form) =>
        IsFiles(ValueType) ? new([.. form.Files.GetFiles(Given).Select(file => file.Name)]) : (form as WireValues)?.Sent(Name) ?? form[Name];

    private static Type FieldType(Type member, JsonTypeInfo owner) =>
        !IsFiles(member) && owner.Options.GetTypeInfo(member) is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } item } ? item.MakeArrayType() : member;

    private StringValues ValuesIn(HttpRequest request) => Source switch
    {
        ParameterSource.Path => request.RouteValues[Given] is { } value ? new(value.ToString()) : StringValues.Empty,
        ParameterSource.Cookie when IsQuoted => new([.. request.Headers[Given].Select(value => value![1..^1])]),
        ParameterSource.Header or ParameterSource.Cookie => request.Headers[Given],
        ParameterSource.Form when IsMember || IsFiles(ValueType) => ValuesIn(FormOf(request)),
        ParameterSource.Form => FormOf(request)[Given],
        _ => request.Query[Given],
    };

    /// <summary>Whether the framework parses it; only a refused request comes here.</summary>
    private bool Parses(string text) =>
        !IsParsable(ValueType) || (bool)ParsesMethod.MakeGenericMethod(ValueType).Invoke(null, [text])!;

    private static bool IsParsable(Type type) =>
        Array.Exists(type.GetInterfaces(), each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IParsable<>));

    private static bool Parses<T>(string text) where T : IParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out _);

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
