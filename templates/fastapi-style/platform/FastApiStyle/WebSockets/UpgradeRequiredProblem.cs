namespace FastApiStyle.WebSockets;

/// <summary>426: what is asked over HTTP is answered over a WebSocket alone (RFC 9110 §15.5.22).</summary>
internal sealed class UpgradeRequiredProblem : ProblemResult
{
    public UpgradeRequiredProblem() : base(StatusCodes.Status426UpgradeRequired, "This address speaks over a WebSocket.") =>
        (Headers.Upgrade, Headers.Connection) = ("websocket", "Upgrade");
}
