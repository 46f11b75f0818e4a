namespace FastApiStyle.Testing;

/// <summary>The service is not what a test expects of it; the message says where, and what to do about it.</summary>
public sealed class ContractException : Exception
{
    internal ContractException(string message)
        : base(message)
    {
    }
}
