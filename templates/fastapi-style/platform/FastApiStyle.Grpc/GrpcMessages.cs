using FastApiStyle.Grpc.Messages;
using Google.Protobuf;
using Grpc.Core;

namespace FastApiStyle;

/// <summary>Records of a feature from messages of its <c>.proto</c>, and back.</summary>
/// <remarks>
/// A member and a field belong together by their names: <c>CreatedAt</c> is <c>created_at</c>. A record of which a member has no field, and a
/// message of which a field has no member to be written from, fail the call, so that neither can be forgotten.
/// <list type="bullet">
/// <item><c>Guid</c>, <c>DateOnly</c>, <c>Uri</c> and the like are a <c>string</c>, <c>decimal</c> is a <c>string</c> or a
/// <c>google.type.Decimal</c>, <c>DateTimeOffset</c> is a <c>google.protobuf.Timestamp</c>, <c>TimeSpan</c> a <c>Duration</c>.</item>
/// <item><c>Draft</c> of the enum <c>ItemStatus</c> is <c>ITEM_STATUS_DRAFT</c>. <c>ITEM_STATUS_UNSPECIFIED</c> counts as not sent.</item>
/// <item>A field that is not set is absent. One without presence, such as a plain <c>int32</c>, is absent at 0 where the member may be
/// left out. A <c>FieldMask update_mask</c> beside a message says which fields of it are sent: what it names and is not set is null.</item>
/// </list>
/// </remarks>
public static class GrpcMessages
{
    /// <summary>
    /// Reads a record from a message, and asks its validators, as those of a body are asked. Nothing else makes the record, so that nothing
    /// is read without them. What the message holds beside it is left alone.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="request">The message.</param>
    /// <returns>The record, which is valid.</returns>
    /// <exception cref="RpcException"><c>INVALID_ARGUMENT</c>, with every fault of the message in a <c>google.rpc.BadRequest</c>.</exception>
    public static ValueTask<T> ReadAsync<T>(this ServerCallContext call, IMessage request) where T : notnull =>
        Services(call).GetRequiredService<MessageReader>().ReadAsync<T>(call.GetHttpContext(), request, call.CancellationToken);

    /// <summary>Writes a record into a message, with every member and every field.</summary>
    /// <typeparam name="TMessage">The message.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="record">The record.</param>
    /// <returns>The message.</returns>
    public static TMessage Write<TMessage>(this ServerCallContext call, object record) where TMessage : IMessage<TMessage>, new()
    {
        var message = new TMessage();
        new MessageWriter(Services(call).GetRequiredService<MessageJson>()).Write(record, message);
        return message;
    }

    private static IServiceProvider Services(ServerCallContext call) => call.GetHttpContext().RequestServices;
}
