// What pins the extension's identity, so that policies, tests and the hub's origin list can name it.

/** Public half of the packing key; Chromium derives the id from it. */
export const chromiumKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAuP+tWo+1/IzpxDr++Q23jKXy9npLNbyHZ1KexZcHQyOZvKZsLh9+psiEDYB/cFVxEDaMrlpYuc+E6HO1MKHkTYcR5q+eeIKt1g+5Zd5LEl5SmR5tUQ9ZKVpxb1y+10YY0YCKhotWYXubrfQQB6PZHYrxyaZyTAlcHm2smeBLqkd5YsmusbErU0R88rDmPJfIsXXBDM1fG04+VwWnxtvlXb+5mNMtlUJJfY0INFSgCnc54FYEjdOmdLQq7x0xTdLL+OQTQUQOey7qHMrS4QD7UXQpU1qBwjbVGFma5RDXWgS5VcxQnwTIreiWO/JfVffY7jAloXHu1Rbtg4404hox4QIDAQAB'

export const chromiumId = 'efjoipfjhjdpmjbhdbnaknhomcimmenj'
export const firefoxId = 'handrail@handrail.example'
