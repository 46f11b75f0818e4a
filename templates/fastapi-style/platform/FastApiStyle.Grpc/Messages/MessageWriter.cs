using System.Collections;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using DecimalMessage = Google.Type.Decimal;

namespace FastApiStyle.Grpc.Messages;

/// <summary>Writes a record into the message beside it.</summary>
internal sealed class MessageWriter(MessageJson json)
{
    public void Write(object record, IMessage message)
    {
        foreach (var (field, member) in json.ShapeOf(message.Descriptor, record.GetType()).Whole().Pairs)
        {
            var value = member.Get!(record);
            switch (value)
            {
                case null:
                    break;
                case IDictionary entries when field.IsMap:
                    var map = (IDictionary)field.Accessor.GetValue(message);
                    foreach (DictionaryEntry entry in entries)
                    {
                        map.Add(Convert(entry.Key, field.MessageType.FindFieldByNumber(1)), Convert(entry.Value!, field.MessageType.FindFieldByNumber(2)));
                    }
                    break;
                case IEnumerable items when field.IsRepeated:
                    var list = (IList)field.Accessor.GetValue(message);
                    foreach (var item in items)
                    {
                        list.Add(Convert(item, field));
                    }
                    break;
                default:
                    field.Accessor.SetValue(message, Convert(value, field));
                    break;
            }
        }
    }

    private object Convert(object value, FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message or FieldType.Group => ConvertMessage(value, field.MessageType),
        FieldType.Enum => EnumFields.ValueOf(field.EnumType, value),
        FieldType.String => TextOf(value),
        FieldType.Bytes => value is byte[] bytes ? ByteString.CopyFrom(bytes) : value,
        FieldType.Double => System.Convert.ToDouble(value, CultureInfo.InvariantCulture),
        FieldType.Float => System.Convert.ToSingle(value, CultureInfo.InvariantCulture),
        FieldType.Bool => System.Convert.ToBoolean(value, CultureInfo.InvariantCulture),
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => System.Convert.ToInt64(value, CultureInfo.InvariantCulture),
        FieldType.UInt64 or FieldType.Fixed64 => System.Convert.ToUInt64(value, CultureInfo.InvariantCulture),
        FieldType.UInt32 or FieldType.Fixed32 => System.Convert.ToUInt32(value, CultureInfo.InvariantCulture),
        _ => System.Convert.ToInt32(value, CultureInfo.InvariantCulture),
    };

    private object ConvertMessage(object value, MessageDescriptor type)
    {
        switch (value)
        {
            case DateTimeOffset time:
                return Timestamp.FromDateTimeOffset(time);
            case DateTime time:
                return Timestamp.FromDateTime(time.ToUniversalTime());
            case TimeSpan duration:
                return Duration.FromTimeSpan(duration);
            case decimal number when type.FullName == DecimalMessage.Descriptor.FullName:
                return new DecimalMessage { Value = TextOf(number) };
            // The wrappers, which stand as what they wrap.
            case string or bool or int or uint or long or ulong or float or double:
                return value;
            case byte[] bytes:
                return ByteString.CopyFrom(bytes);
            default:
                var message = type.Parser.ParseFrom(ByteString.Empty);
                Write(value, message);
                return message;
        }
    }

    private static string TextOf(object value) => value switch
    {
        // One number is one text, whatever has kept it in between.
        decimal number when number.ToString(CultureInfo.InvariantCulture) is var text => text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text,
        DateTimeOffset or DateTime or DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
