using System.Buffers;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FastApiStyle.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;

namespace FastApiStyle.Validation;

/// <summary>
/// An object that a handler binds from a form. It is read as one in JSON is: the framework would take other names, want what has a
/// default, and stop at the first error.
/// </summary>
internal sealed class FormObject(Type type, bool isOptional, Action<EndpointFilterInvocationContext, object?> give, StrictJson json)
{
    private readonly JsonPropertyInfo[] files = [.. json.TypeInfoOf(type).Properties.Where(member => Parameter.IsFiles(member.PropertyType))];
    private readonly Parameter[] fields = [.. Parameter.FieldsOf(json.TypeInfoOf(type), isOptional).Where(field => !Parameter.IsFiles(field.ValueType))];

    public static IEnumerable<FormObject> Of(Endpoint endpoint, MethodInfo handler, StrictJson json) =>
        endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>().Where(Parameter.IsObject)
            .Select(bound => new FormObject(bound.ParameterInfo.ParameterType, bound.IsOptional, GiverOf(bound, handler), json));

    /// <summary>Gives the handler the object, which is whole where no parameter is at fault.</summary>
    /// <returns>Whether it could be read.</returns>
    public bool Bind(EndpointFilterInvocationContext invocation)
    {
        var request = invocation.HttpContext.Request;
        var form = Parameter.FormOf(request);
        if (isOptional && Parameter.IsEmpty(form))
        {
            give(invocation, null);
            return true;
        }
        try
        {
            var read = JsonSerializer.Deserialize(Write(form), json.Tolerant.GetTypeInfo(type));
            foreach (var member in files)
            {
                member.Set?.Invoke(read!, member.PropertyType == typeof(IFormFile)
                    ? form.Files.GetFile(member.Name)
                    : Parameter.FilesOf(member.Name, form.Files, Presence.Of(member).AllowsNull));
            }
            give(invocation, read);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            request.HttpContext.Response.StatusCode = StatusCodes.Status400BadRequest;
            return false;
        }
    }

    private static Action<EndpointFilterInvocationContext, object?> GiverOf(IParameterBindingMetadata bound, MethodInfo handler)
    {
        var parameters = handler.GetParameters();
        if (Array.Find(parameters, each => each.Name == bound.Name && each.ParameterType == bound.ParameterInfo.ParameterType) is { } own)
        {
            return (invocation, value) => invocation.Arguments[own.Position] = value;
        }
        var (record, member) = parameters.Where(each => each.IsDefined(typeof(AsParametersAttribute)))
            .Select(each => (Record: each, Member: each.ParameterType.GetProperty(bound.Name)))
            .First(each => each.Member?.PropertyType == bound.ParameterInfo.ParameterType);
        return (invocation, value) => member!.SetValue(invocation.Arguments[record.Position], value);
    }

    private ReadOnlySpan<byte> Write(IFormCollection form)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        foreach (var field in fields)
        {
            var values = field.ValuesIn(form);
            if (values.Count > 0 && values.All(value => WireFormat.Holds(field.ValueType, value!)))
            {
                writer.WritePropertyName(field.Name);
                Write(writer, field, values);
            }
        }
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan;
    }

    private void Write(Utf8JsonWriter writer, Parameter field, StringValues values)
    {
        if (!field.IsList)
        {
            Write(writer, field.ValueType, values[0]!);
            return;
        }
        writer.WriteStartArray();
        foreach (var value in values)
        {
            Write(writer, field.ValueType, value!);
        }
        writer.WriteEndArray();
    }

    private void Write(Utf8JsonWriter writer, Type type, string value)
    {
        if (type.IsEnum)
        {
            writer.WriteStringValue(EnumNames.Of(type, json.Options.PropertyNamingPolicy).WireOf(value));
        }
        else if (type == typeof(bool) || WireFormat.IsInteger(type) || WireFormat.IsNumber(type) || json.TypeInfoOf(type).Kind != JsonTypeInfoKind.None)
        {
            // Of an object in a form the document says that it is JSON.
            writer.WriteRawValue(value);
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }
}
