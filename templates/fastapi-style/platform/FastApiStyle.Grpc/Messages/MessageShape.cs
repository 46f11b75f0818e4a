using System.Text.Json.Serialization.Metadata;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace FastApiStyle.Grpc.Messages;

/// <summary>A message beside a record: which field belongs to which member.</summary>
internal sealed class MessageShape
{
    private const string MaskName = "update_mask";

    private readonly MessageDescriptor message;
    private readonly JsonTypeInfo record;

    public MessageShape(MessageDescriptor message, JsonTypeInfo record)
    {
        (this.message, this.record) = (message, record);
        var lost = record.Properties.FirstOrDefault(member => message.FindFieldByName(member.Name) is null);
        if (record.Kind != JsonTypeInfoKind.Object || lost is not null)
        {
            throw new InvalidOperationException(record.Kind != JsonTypeInfoKind.Object
                ? $"{record.Type.Name} is no record that the message {message.FullName} could stand for."
                : $"{record.Type.Name} has a member for which the message {message.FullName} has no field: add {lost!.Name} there, or take a record without it.");
        }
        Pairs = [.. record.Properties.Select(member => (message.FindFieldByName(member.Name), member))];
        Mask = message.FindFieldByName(MaskName) is { FieldType: FieldType.Message } mask && mask.MessageType.FullName == FieldMask.Descriptor.FullName
            && Pairs.All(pair => pair.Field != mask) ? mask : null;
    }

    public IReadOnlyList<(FieldDescriptor Field, JsonPropertyInfo Member)> Pairs { get; }

    /// <summary>What says which fields of the messages beside it are sent.</summary>
    public FieldDescriptor? Mask { get; }

    /// <summary>That no field is left empty for want of a member.</summary>
    public MessageShape Whole() => message.Fields.InFieldNumberOrder().FirstOrDefault(field => Pairs.All(pair => pair.Field != field)) is { } empty
        ? throw new InvalidOperationException($"The message {message.FullName} has a field for which {record.Type.Name} has no member: {empty.Name} would never be set.")
        : this;
}
