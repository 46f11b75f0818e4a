using System.Buffers;
using System.Text.Json;
using FastApiStyle.Errors;
using FastApiStyle.Grpc.Errors;
using FastApiStyle.Validation;
using Google.Protobuf;
using Grpc.Core;

namespace FastApiStyle.Grpc.Messages;

/// <summary>Reads messages as bodies are read: every fault at once, of type and of rule.</summary>
internal sealed class MessageReader(MessageJson json, IServiceProvider services)
{
    private readonly Lazy<MessageCheck> check = new(() => new(json.Json, json.Names, services));

    public async ValueTask<T> ReadAsync<T>(HttpContext http, IMessage message, CancellationToken cancellation) where T : notnull
    {
        var text = new ArrayBufferWriter<byte>();
        List<Fault> known;
        using (var writer = new Utf8JsonWriter(text))
        {
            var written = new MessageText(json, writer);
            written.Write(message, typeof(T));
            known = written.Faults;
        }
        var (record, faults) = await check.Value.ReadAsync<T>(text.WrittenMemory, http.RequestServices, known, cancellation);
        return faults is null ? record! : throw GrpcStatus.Of(http, StatusCodes.Status422UnprocessableEntity, null, faults).ToRpcException();
    }
}
